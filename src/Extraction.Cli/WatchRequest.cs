using Extraction.Flow;
using Extraction.Web.Watching;

namespace Extraction.Cli;

/// <summary>The watch that the command line asks for.</summary>
sealed record WatchRequest(WebRequest Web, string Out, string? Issues, string? Articles, string? State, int? Polls, bool Quiet)
{
    public string StatePath => State ?? Out + WatchJournal.Suffix;

    public Dictionary<string, string> Outputs()
    {
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [BatchRun.Records] = Out,
            [BatchRun.Issues] = Issues ?? Path.Combine(Path.GetDirectoryName(Out) ?? "", "issues.jsonl"),
        };
        if (Articles is not null)
        {
            outputs[BatchRun.Articles] = Articles;
        }

        return outputs;
    }

    /// <exception cref="ConfigurationException">With all that is wrong.</exception>
    public void Require()
    {
        var faults = new List<string>();
        if (Web.IsEmpty)
        {
            faults.Add("nothing to watch: name a --feed or a --sitemap");
        }

        if (Polls < 1)
        {
            faults.Add("--polls takes a number from 1");
        }

        string[] files = [.. Outputs().Values, StatePath];
        foreach (var file in files.Where(file => file == "-" || file.StartsWith("/dev/", StringComparison.Ordinal)))
        {
            faults.Add($"{file}: watch adds to files, which it must be able to read again");
        }

        foreach (var same in files.GroupBy(Path.GetFullPath, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            faults.Add($"{same.First()}: two outputs would be written to this file; give them different names");
        }

        if (faults.Count > 0)
        {
            throw new ConfigurationException(faults);
        }
    }
}
