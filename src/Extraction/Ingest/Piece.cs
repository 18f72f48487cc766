using System.Collections.Immutable;

namespace Extraction.Ingest;

/// <summary>
/// A part of the input that is small enough to be read whole: what one worker takes at a time. Cutting the input into pieces is
/// done in order by one thread and costs little; reading a piece may be done by many at once.
/// </summary>
/// <param name="File">The file it belongs to.</param>
/// <param name="StoredBytes">How many bytes of the file it stands for, as stored, for the progress bar.</param>
public abstract record Piece(InputFile File, long StoredBytes)
{
    /// <summary>News packs to about a fifth.</summary>
    const int Unpacking = 5;

    /// <summary>About how many bytes it takes in memory.</summary>
    public virtual long Weight => File.IsGzip ? StoredBytes * Unpacking : StoredBytes;
}

/// <summary>A whole file, or a part of one that holds many documents.</summary>
public sealed record FilePiece(InputFile File, long StoredBytes, FilePart? Part = null) : Piece(File, StoredBytes);

/// <summary>Some complete lines of JSON Lines.</summary>
public sealed record LinesPiece(InputFile File, long StoredBytes, ImmutableArray<InputLine> Lines) : Piece(File, StoredBytes)
{
    public override long Weight => Lines.Sum(line => (long)line.Bytes.Length);
}

/// <summary>Complete records of a web archive, read by themselves.</summary>
/// <param name="Bytes">As stored: gzip members, or plain records.</param>
/// <param name="Place">Of the first byte.</param>
/// <param name="IsPacked">Whether the bytes are gzip members.</param>
public sealed record WarcPiece(InputFile File, long StoredBytes, ReadOnlyMemory<byte> Bytes, WarcPlace Place, bool IsPacked) : Piece(File, StoredBytes)
{
    public override long Weight => IsPacked ? base.Weight : Bytes.Length;
}

/// <summary>A file of an archive, taken out.</summary>
/// <param name="Bytes">As it lay in the archive.</param>
public sealed record EntryPiece(InputFile File, long StoredBytes, ReadOnlyMemory<byte> Bytes) : Piece(File, StoredBytes)
{
    public override long Weight => Bytes.Length;
}

/// <summary>Rows of a table.</summary>
public sealed record ItemsPiece(InputFile File, long StoredBytes, ImmutableArray<SourceItem> Items) : Piece(File, StoredBytes)
{
    public override long Weight => Items.OfType<SourceDocument>().Sum(item => (long)item.Document.Body.Length);
}

/// <summary>Something already settled while cutting: a fault or a skipped file.</summary>
public sealed record SettledPiece(InputFile File, SourceItem Item) : Piece(File, 0);

/// <summary>One line of JSON Lines.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Bytes">Without the line end; empty where the line was too long to keep.</param>
/// <param name="TooLong">True where it was longer than the limit and was passed over.</param>
public readonly record struct InputLine(long Number, ReadOnlyMemory<byte> Bytes, bool TooLong);
