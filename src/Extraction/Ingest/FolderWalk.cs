using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>
/// Everything below a folder in ordinal order, one folder's names in memory at a time. A folder that cannot be read is a fault of
/// its own and loses nothing beside it. Links to folders are not followed, since they may run in circles.
/// </summary>
static class FolderWalk
{
    public static IEnumerable<Piece> Pieces(FolderInput input, Func<string, string> idOf, IReadOnlySet<string> outputs) =>
        Walk(new DirectoryInfo(input.Given), "", input, idOf, outputs);

    static IEnumerable<Piece> Walk(DirectoryInfo folder, string under, FolderInput input, Func<string, string> idOf, IReadOnlySet<string> outputs)
    {
        if (Entries(folder, out var fault) is not { } entries)
        {
            var id = idOf(under.TrimEnd('/') is { Length: > 0 } path ? path : ".");
            yield return new SettledPiece(new(folder.FullName, id, Named: false), new SourceFault(new("ingest/unreadable-folder", id, $"{folder}: {fault}")));
            yield break;
        }

        var names = entries.Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var path = under + entry.Name;
            if (entry is DirectoryInfo child)
            {
                if (Passed(child) is { } reason)
                {
                    if (input.Pattern is null)
                    {
                        yield return Skip(child, path, reason, idOf);
                    }

                    continue;
                }

                foreach (var piece in Walk(child, path + "/", input, idOf, outputs))
                {
                    yield return piece;
                }
            }
            else if (input.Takes(path) && !outputs.Contains(entry.FullName) && PieceOf((FileInfo)entry, path, names, idOf) is { } piece)
            {
                yield return piece;
            }
        }
    }

    static Piece? PieceOf(FileInfo entry, string path, HashSet<string> beside, Func<string, string> idOf)
    {
        var file = new InputFile(entry.FullName, idOf(path), Named: false);
        return file.Kind switch
        {
            _ when entry.Name[0] == '.' => Skip(entry, path, "hidden", idOf),
            FileKind.Sidecar when HasArticle(entry.Name, beside) => null,
            FileKind.Sidecar => Skip(entry, path, "sidecar-without-article", idOf),
            FileKind.Unknown => Skip(entry, path, "unknown-type", idOf),
            FileKind.Unsupported => new SettledPiece(file, Archives.NotSupported(file)),
            _ => new FilePiece(file, LengthOf(entry)),
        };
    }

    static bool HasArticle(string sidecar, HashSet<string> beside)
    {
        var stem = InputFile.StemOf(sidecar);
        return InputFile.ArticleSuffixes.Any(suffix => beside.Contains(stem + suffix) || beside.Contains(stem + suffix + ".gz"));
    }

    static string? Passed(DirectoryInfo child) =>
        child.Name[0] == '.' ? "hidden" : child.LinkTarget is not null ? "linked-folder" : null;

    static SettledPiece Skip(FileSystemInfo entry, string path, string reason, Func<string, string> idOf) =>
        new(new(entry.FullName, idOf(path), Named: false), new SourceSkip(idOf(path), reason));

    static FileSystemInfo[]? Entries(DirectoryInfo folder, out string? fault)
    {
        try
        {
            var entries = folder.GetFileSystemInfos();
            Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
            fault = null;
            return entries;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LostInput.ThrowIfLost(folder, folder.FullName, e);
            fault = e.Message;
            return null;
        }
    }

    /// <summary>A file may vanish between being listed and being read; reading it will say so.</summary>
    internal static long LengthOf(FileInfo file) => file.Exists ? file.Length : 0;
}
