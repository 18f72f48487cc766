namespace Extraction.Ingest;

/// <summary>
/// Finds where a large file may be parted so that its parts, read by themselves, give what the whole gives: before a gzip member that is
/// a WARC record and at which the whole file is cut too (see <see cref="WarcCutter"/>), or before a line. Of a web archive only a few
/// megabytes at each place are read; JSON Lines are read once, since documents without an id are called by the number of their line.
/// </summary>
static class FileSplitter
{
    /// <summary>Smaller files are not worth it.</summary>
    const long Least = 4 << 20;

    const int Window = 4 << 20;

    public static bool CanPart(InputFile file, long bytes) => bytes >= Least && (file.Kind == FileKind.Warc && file.IsGzip || file.Kind == FileKind.JsonLines && !file.IsGzip);

    /// <summary>The places nearest behind the wanted ones; as many as there are, ascending, none at the file's ends.</summary>
    /// <param name="file">One that <see cref="CanPart"/>.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="wanted">Ascending.</param>
    /// <returns>The first byte of a part, and the number of its first line.</returns>
    public static IReadOnlyList<(long At, long Line)> Places(InputFile file, long bytes, IReadOnlyList<long> wanted)
    {
        using var stream = new FileStream(file.Path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        var places = file.Kind == FileKind.Warc ? Members(stream, bytes, wanted) : Lines(stream, bytes, wanted);
        return [.. places.Where(place => place.At > 0 && place.At < bytes).DistinctBy(place => place.At)];
    }

    static IEnumerable<(long At, long Line)> Members(FileStream stream, long bytes, IReadOnlyList<long> wanted)
    {
        foreach (var place in wanted)
        {
            // Only what is found from a whole megabyte on is a cut of the whole file.
            var from = place / WarcCutter.Target * WarcCutter.Target;
            if (from > 0 && GzipMembers.FindRecord(stream, from, bytes) is var found && found < bytes)
            {
                yield return (found, 1);
            }
        }
    }

    static IEnumerable<(long At, long Line)> Lines(FileStream stream, long bytes, IReadOnlyList<long> wanted)
    {
        var buffer = new byte[Window];
        var (position, line, next) = (0L, 1L, 0);
        while (next < wanted.Count && stream.Read(buffer) is var read and > 0)
        {
            var seen = 0;
            while (seen < read && next < wanted.Count)
            {
                // Up to the wanted place lines are only counted; the first that begins behind it is the place.
                var ahead = (int)Math.Clamp(wanted[next] - position - seen, 0, read - seen);
                line += buffer.AsSpan(seen, ahead).Count((byte)'\n');
                seen += ahead;
                var end = buffer.AsSpan(seen, read - seen).IndexOf((byte)'\n');
                if (end < 0)
                {
                    break;
                }

                seen += end + 1;
                line++;
                yield return (position + seen, line);
                for (next++; next < wanted.Count && wanted[next] < position + seen; next++)
                {
                }
            }

            if (seen < read)
            {
                line += buffer.AsSpan(seen, read - seen).Count((byte)'\n');
            }

            position += read;
        }
    }
}
