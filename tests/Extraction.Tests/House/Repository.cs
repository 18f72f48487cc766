using System.Runtime.CompilerServices;

namespace Extraction.Tests.House;

/// <summary>The repository that these tests were built from, for tests about its files.</summary>
static class Repository
{
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root(), .. parts]);

    /// <summary>All source files that people wrote, with forward slashes, from the root.</summary>
    public static IEnumerable<string> Sources() =>
        from folder in (string[])["src", "tests"]
        from file in Directory.EnumerateFiles(Path(folder), "*.cs", SearchOption.AllDirectories)
        let path = System.IO.Path.GetRelativePath(Root(), file).Replace('\\', '/')
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        select path;

    static string Root([CallerFilePath] string here = "") => System.IO.Path.GetFullPath(System.IO.Path.Combine(here, "../../../.."));
}
