namespace Extraction.Training.Annotate;

/// <summary>The word lists that lie in this program; each begins with comment lines on source and licence.</summary>
internal static class EmbeddedLists
{
    public static IEnumerable<string> Lines(string list)
    {
        using var stream = typeof(EmbeddedLists).Assembly.GetManifestResourceStream(list)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
