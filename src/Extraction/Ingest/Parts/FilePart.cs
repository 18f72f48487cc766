using System.Text.Json.Serialization;

namespace Extraction.Ingest;

/// <summary>A stretch of a file that is read as the whole file reads it: between gzip members of a web archive, or between lines.</summary>
/// <param name="From">Its first byte.</param>
/// <param name="To">The byte after its last.</param>
/// <param name="FirstLine">The number of its first line, from 1; of no meaning for archives.</param>
public sealed record FilePart(long From, long To, long FirstLine = 1);

/// <summary>One file of a plan, as it was when the plan was made.</summary>
/// <param name="Path">As the user named it, or as it was found below what he named.</param>
/// <param name="DocumentId">Its name in records.</param>
/// <param name="Named">Whether the user named this very file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Changed">When it was last changed, in ticks of UTC.</param>
/// <param name="Part">The stretch of it that is meant; null for all.</param>
/// <param name="Skip">Why it is left out, or null.</param>
/// <param name="FaultCode">Why it cannot be read, or null.</param>
/// <param name="Fault">In words.</param>
public sealed record PlannedFile(
    string Path, string DocumentId, bool Named, long Bytes, long Changed, FilePart? Part = null, string? Skip = null, string? FaultCode = null, string? Fault = null)
{
    /// <summary>How many bytes are to be read.</summary>
    [JsonIgnore]
    public long Size => Part is null ? Bytes : Part.To - Part.From;

    /// <summary>Whether it may be parted.</summary>
    [JsonIgnore]
    public bool CanPart => Part is null && Skip is null && FaultCode is null && FileSplitter.CanPart(new(Path, DocumentId, Named), Bytes);

    /// <summary>The file in parts that begin near these places.</summary>
    public IReadOnlyList<PlannedFile> Parts(IReadOnlyList<long> places)
    {
        (long At, long Line)[] starts = [(0, 1), .. FileSplitter.Places(new(Path, DocumentId, Named), Bytes, places), (Bytes, 0)];
        return [.. starts.Zip(starts.Skip(1), (start, end) => this with { Part = new(start.At, end.At, start.Line) })];
    }

    /// <summary>Whether it is there, and as it was.</summary>
    [JsonIgnore]
    public bool IsAsPlanned => Skip is not null || FaultCode is not null || (File.Exists(Path) && new FileInfo(Path).Length == Bytes && File.GetLastWriteTimeUtc(Path).Ticks == Changed);

    internal Piece Piece()
    {
        var file = new InputFile(Path, DocumentId, Named);
        return Skip is not null ? new SettledPiece(file, new SourceSkip(DocumentId, Skip))
            : FaultCode is not null ? new SettledPiece(file, new SourceFault(new(FaultCode, DocumentId, Fault ?? "")))
            : new FilePiece(file, Size, Part);
    }

    internal static PlannedFile Of(Piece piece)
    {
        var planned = new PlannedFile(piece.File.Path, piece.File.DocumentId, piece.File.Named, 0, 0);
        return piece switch
        {
            SettledPiece { Item: SourceSkip skip } => planned with { Skip = skip.Reason },
            SettledPiece { Item: SourceFault fault } => planned with { FaultCode = fault.Issue.Code, Fault = fault.Issue.Message },
            _ => planned with { Bytes = piece.StoredBytes, Changed = File.GetLastWriteTimeUtc(piece.File.Path).Ticks },
        };
    }
}

/// <summary>Files, and parts of files, that a plan gave to one task.</summary>
public sealed record PlannedInput(IReadOnlyList<PlannedFile> Files) : Input("");
