using Extraction.Sinks;

namespace Extraction.Cli;

/// <summary>What can be said of outputs before anything is written.</summary>
static class OutputFiles
{
    /// <summary>The files among the addresses; bad addresses are said elsewhere.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> addresses) => addresses.Select(address => StoreAddress.TryParse(address)?.File).OfType<string>();

    /// <summary>A line for each folder that an output would lie in and that is not there.</summary>
    public static IEnumerable<string> WithoutFolder(IEnumerable<string?> outputs) =>
        from output in outputs.OfType<string>()
        let folder = Path.GetDirectoryName(output) ?? ""
        where folder.Length > 0 && !Directory.Exists(folder)
        group output by folder into same
        select $"{same.First()}: the folder {same.Key} does not exist; make it, or name another";

    /// <summary>A line for each file that two outputs would be written to; devices take any number.</summary>
    public static IEnumerable<string> Doubled(IEnumerable<string> outputs) =>
        from output in outputs
        where !IsDevice(output)
        group output by Real(output) into same
        where same.Count() > 1
        select $"{same.First()}: two outputs would be written to this file; give them different names";

    /// <summary>A line for each output that is read too.</summary>
    public static IEnumerable<string> Read(IEnumerable<string> outputs, IEnumerable<string> inputs) =>
        from output in outputs
        where inputs.Any(input => File.Exists(input) && Real(input) == Real(output))
        select $"{output}: is an input of this run and would be overwritten; name another output";

    public static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>The full path of a file, of what it leads to where it is a link.</summary>
    static string Real(string path)
    {
        try
        {
            return Path.GetFullPath(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
        }
        catch (IOException)
        {
            return Path.GetFullPath(path);
        }
    }
}
