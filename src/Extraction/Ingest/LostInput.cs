namespace Extraction.Ingest;

/// <summary>What the input lies on has gone (a network mount, a disk): nothing more can be read of it. Stops the run, which goes on when it is back.</summary>
public sealed class InputLostException(string documentId, string message, Exception? inner = null) : Exception(message, inner)
{
    public string DocumentId { get; } = documentId;
}

/// <summary>
/// Tells a file that cannot be read from storage that has gone. The first costs itself only, as an issue; were the second treated so, a
/// run would end with an issue for every file that is left, and there would be nothing to resume.
/// </summary>
static class LostInput
{
    /// <summary>Linux's numbers for: no such device (two kinds), not connected, shut down, timed out, host down, no route, stale handle.</summary>
    static readonly int[] Gone = [6, 19, 107, 108, 110, 112, 113, 116];

    const int InputOutput = 5;

    /// <exception cref="InputLostException">The storage has gone.</exception>
    public static void ThrowIfLost(InputFile file, Exception e)
    {
        if (!file.IsStandardInput && Cause(e) is { } cause && IsLost(file, cause))
        {
            throw new InputLostException(file.DocumentId, $"{file.Path}: can no longer be read, nor what lies beside it: {cause.Message}", e);
        }
    }

    /// <summary>A folder that was listed a moment ago, below another.</summary>
    /// <exception cref="InputLostException">The storage has gone.</exception>
    public static void ThrowIfLost(DirectoryInfo folder, string documentId, Exception e)
    {
        if (Gone.Contains(e.HResult) || (e is DirectoryNotFoundException && folder.Parent is { } parent && IsEmptied(parent.FullName)))
        {
            throw new InputLostException(documentId, $"{folder.FullName}: can no longer be read, nor what lies beside it: {e.Message}", e);
        }
    }

    static Exception? Cause(Exception e)
    {
        for (var at = e; at is not null; at = at.InnerException!)
        {
            if (at is IOException and not EndOfStreamException)
            {
                return at;
            }
        }

        return null;
    }

    static bool IsLost(InputFile file, Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => file.Named || IsEmptied(Path.GetDirectoryName(Path.GetFullPath(file.Path))!),
        _ => Gone.Contains(e.HResult) || (e.HResult == InputOutput && !CanRead(file.Path)),
    };

    /// <summary>Where a mount was, an empty folder is left.</summary>
    static bool IsEmptied(string folder)
    {
        try
        {
            return !Directory.EnumerateFileSystemEntries(folder).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>A bad spot on a disk leaves the file's beginning readable.</summary>
    static bool CanRead(string path)
    {
        try
        {
            // A file in an archive is called by both.
            using var stream = new FileStream(File.Exists(path) || !path.Contains('#', StringComparison.Ordinal) ? path : path[..path.LastIndexOf('#')], new FileStreamOptions { BufferSize = 0 });
            stream.ReadByte();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
