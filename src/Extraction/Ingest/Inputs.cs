using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>
/// The whole input of a run: cuts it into pieces in a fixed order and reads a piece into documents. Knows files, not what is in
/// an article: character sets, markup and dates are Clean's.
/// </summary>
/// <param name="inputs">What the user named, resolved.</param>
/// <param name="options">Limits and field names.</param>
/// <param name="standardInput">Opened where <c>-</c> is among the inputs.</param>
/// <param name="outputs">Full paths of the run's own outputs, which are never input.</param>
/// <param name="screen">Tells documents that cannot matter by their bytes; null for reading all.</param>
public sealed class Inputs(
    IReadOnlyList<Input> inputs, IngestOptions options, Func<Stream>? standardInput = null, IReadOnlySet<string>? outputs = null, Screen? screen = null)
{
    readonly IReadOnlySet<string> outputs = outputs ?? new HashSet<string>();

    /// <summary>
    /// Where one folder or one pattern is the input, or files of different names are, a document is called by its path under the
    /// input. Where that could give two documents one name, by its path as the user wrote it.
    /// </summary>
    readonly bool asGiven = inputs.Where(i => i is not RemoteInput).ToList() is { Count: > 1 } local &&
        (local.Any(i => i is FolderInput) || local.Select(i => Path.GetFileName(i.Given)).Distinct(StringComparer.Ordinal).Count() < local.Count);

    /// <summary>Files when the run began; 0 where nobody looked.</summary>
    long described;

    /// <summary>The input in order, cut into pieces. Reads no more of a file than it hands out. A piece of a broken file is a fault.</summary>
    /// <exception cref="InputLostException">What the input lies on has gone.</exception>
    public IEnumerable<Piece> Pieces(CancellationToken cancellation)
    {
        var files = 0L;
        foreach (var piece in inputs.SelectMany(input => input is RemoteInput remote ? remote.Pieces(cancellation) : Files(input)))
        {
            files++;
            var parts = piece is not FilePiece whole ? null
                : whole.File.Kind == FileKind.JsonLines ? Cut(whole.File, whole.Part, cancellation)
                : Archives.Pieces(whole.File, whole.Part, options, cancellation);
            foreach (var part in parts ?? [piece])
            {
                yield return part;
            }
        }

        // A mount that has gone leaves an empty folder, which looks like any other.
        if (files < described)
        {
            throw new InputLostException("", $"the input has {files} files now, and had {described} when the run began");
        }
    }

    /// <summary>The documents of one piece. Safe to call from many threads.</summary>
    public IEnumerable<SourceItem> Read(Piece piece, CancellationToken cancellation) =>
        piece is WarcPiece warc ? new WarcDocuments(warc, options, screen).Read(cancellation) : Documents(piece, cancellation).Select(Screened);

    IEnumerable<SourceItem> Documents(Piece piece, CancellationToken cancellation) => piece switch
    {
        SettledPiece settled => [settled.Item],
        ItemsPiece items => items.Items,
        LinesPiece lines => lines.Lines.Select(line => JsonDocuments.ReadLine(lines.File, line, options)),
        FilePiece file => FileDocuments.Read(file.File, options, cancellation),
        EntryPiece entry => FileDocuments.ReadEntry(entry.File, entry.Bytes, options, cancellation),
        _ => throw new InvalidOperationException($"no way to read a {piece.GetType().Name}"),
    };

    SourceItem Screened(SourceItem item) =>
        item is SourceDocument { Document: var document } && screen is not null && !screen(document.Body.Span, document.Format, document.Hints.Title)
            ? new SourceSkip(item.DocumentId, ScreenReasons.Irrelevant)
            : item;

    /// <summary>A line a file: name, size and time of change. The same where the input is the same; a file that is not read may change, as the run's own log does.</summary>
    public IReadOnlyList<string> Describe()
    {
        string[] lines = [.. Files().Select(piece =>
            $"{piece.File.DocumentId}\t{piece.StoredBytes}\t{(piece is FilePiece && File.Exists(piece.File.Path) ? File.GetLastWriteTimeUtc(piece.File.Path).Ticks : 0)}")];
        described = lines.Length;
        return lines;
    }

    /// <summary>Patterns that no file fits.</summary>
    /// <exception cref="InputLostException">What the input lies on has gone.</exception>
    public IEnumerable<string> Unmatched() => inputs.OfType<FolderInput>().Where(folder => folder.Pattern is not null && !Files(folder).Any()).Select(folder => folder.Shown);

    /// <summary>Every file in order, for a plan to divide.</summary>
    public IEnumerable<PlannedFile> List() => Files().Select(PlannedFile.Of);

    /// <summary>The size of the whole input as stored, for the progress bar; standard input counts nothing.</summary>
    public long StoredBytes(CancellationToken cancellation) =>
        Files().TakeWhile(_ => !cancellation.IsCancellationRequested).Sum(piece => piece.StoredBytes);

    IEnumerable<Piece> Files() => inputs.SelectMany(Files);

    IEnumerable<Piece> Files(Input input) => input switch
    {
        RemoteInput => [],
        StandardInput => [new FilePiece(new("-", "-", Named: true), 0)],
        FileInput file => [Named(file.Given)],
        PlannedInput planned => planned.Files.Select(file => file.Piece()),
        FolderInput folder => FolderWalk.Pieces(folder, path => asGiven ? AsGiven(Path.Combine(folder.Given, path)) : path, outputs),
        _ => throw new InvalidOperationException($"no way to list a {input.GetType().Name}"),
    };

    Piece Named(string path)
    {
        var file = new InputFile(path, asGiven ? AsGiven(path) : Path.GetFileName(path), Named: true);
        return file.Kind switch
        {
            FileKind.Unsupported => new SettledPiece(file, Archives.NotSupported(file)),
            FileKind.Unknown or FileKind.Sidecar => new SettledPiece(file, new SourceFault(new(
                "ingest/unknown-type", file.DocumentId, $"{path}: not .txt, .html, .htm, .jsonl, .json, .csv, .tsv, .docx, .warc, .wet or .tar (each may end in .gz), .tgz or .zip"))),
            _ => new FilePiece(file, FolderWalk.LengthOf(new FileInfo(path))),
        };
    }

    IEnumerable<Piece> Cut(InputFile file, FilePart? part, CancellationToken cancellation)
    {
        var cutter = new LineCutter(file, options.MaxDocumentBytes, () => file.IsStandardInput ? OpenStandardInput() : FileDocuments.Open(file, options), part);
        return cutter.Pieces(cancellation);
    }

    Stream OpenStandardInput() =>
        standardInput?.Invoke() ?? throw new InvalidOperationException("no standard input was given to this run");

    static string AsGiven(string path)
    {
        var slashes = path.Replace('\\', '/');
        return slashes.StartsWith("./", StringComparison.Ordinal) ? slashes[2..] : slashes;
    }
}
