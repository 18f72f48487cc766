using Extraction.Documents;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Sinks;

namespace Extraction.Cli;

/// <summary>The run that the command line asks for.</summary>
sealed record RunRequest(string[] Inputs, string? Config, string Out, string? Articles, string? Issues, string? Published, string[] To, string? DeadLetters, string[] Lists)
{
    public bool NoGate { get; init; }

    /// <summary>Article texts are wanted of all articles, relevant or not: then nothing is left out at the door.</summary>
    public bool UsesGate => !NoGate && Articles is null;

    bool ToStandardOutput => Out == "-";

    string? IssuesPath => Issues ?? (ToStandardOutput || Out.StartsWith("/dev/", StringComparison.Ordinal)
        ? null
        : Path.Combine(Path.GetDirectoryName(Out) ?? "", "issues.jsonl"));

    /// <summary>What is wrong with the outputs: two of them in one file, or one in a file that is read.</summary>
    public IEnumerable<string> Faults()
    {
        if (Articles == "-" || Issues == "-")
        {
            yield return "only --out takes -; name a file (/dev/stderr is one)";
        }

        string[] outputs = [.. Named().Where(path => !path.StartsWith("/dev/", StringComparison.Ordinal))];
        foreach (var path in outputs.GroupBy(Path.GetFullPath, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.First()))
        {
            yield return $"{path}: two outputs would be written to this file; give them different names";
        }

        foreach (var path in outputs.Where(path => Inputs.Any(input => File.Exists(input) && Path.GetFullPath(input) == Path.GetFullPath(path))))
        {
            yield return $"{path}: is an input of this run and would be overwritten; name another output";
        }
    }

    IEnumerable<string> Named() => new[] { ToStandardOutput ? null : Out, Articles, IssuesPath }.OfType<string>();

    /// <summary>Full paths of what the run writes, which it must not read.</summary>
    public HashSet<string> OutputPaths()
    {
        var full = Named().Select(Path.GetFullPath).ToList();
        return [.. full, .. full.Select(path => path + LineFile.PartialSuffix)];
    }

    public RunOutputs Outputs(Action<Issue> notice, SinkSet sinks) => new(
        [new JsonLinesSink(ToStandardOutput ? new LineFile(Console.OpenStandardOutput(), "standard output") : new LineFile(Out)), .. sinks.Sinks],
        Articles is null ? null : new LineFile(Articles),
        IssuesPath is { } path ? new LineFile(path) : null,
        notice);
}
