using Extraction.Flow;
using Extraction.Sinks;
using Extraction.Web.Watching;

namespace Extraction.Cli;

/// <summary>The watch that the command line asks for.</summary>
sealed record WatchRequest(WebRequest Web, string Out, string? Issues, string? Articles, string? State, int? Polls, bool Quiet)
{
    /// <summary>Does not look for near-identical copies.</summary>
    public bool NoCopies { get; init; }

    /// <summary>Databases, besides those of the settings.</summary>
    public string[] To { get; init; } = [];

    public string? DeadLetters { get; init; }

    public string StatePath => State ?? Out + WatchJournal.Suffix;

    public bool FindsCopies(PipelineOptions options) => options.Copies.Find && !NoCopies;

    public Dictionary<string, string> Outputs(PipelineOptions options)
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

        if (FindsCopies(options))
        {
            outputs[BatchRun.Sketches] = Out + CopyLedger.Suffix;
        }

        return outputs;
    }

    /// <exception cref="ConfigurationException">With all that is wrong.</exception>
    public void Require(PipelineOptions options)
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

        var to = options.Sinks.To.Concat(To).Select(StoreAddress.TryParse).OfType<StoreAddress>().ToList();
        foreach (var address in to.Where(address => !address.IsDatabase))
        {
            faults.Add($"--to {address.Kind}:{address.Place}: such a file appears at the end of a run; watch takes sqlite:FILE and postgres:…, and 'extraction export' makes files of its records");
        }

        string[] written = [.. Outputs(options).Values, StatePath];
        foreach (var file in written.Where(file => file == "-" || OutputFiles.IsDevice(file)))
        {
            faults.Add($"{file}: watch adds to files, which it must be able to read again");
        }

        faults.AddRange(OutputFiles.WithoutFolder(written));
        faults.AddRange(OutputFiles.Doubled(written.Concat(to.Select(address => address.File).OfType<string>())));
        if (faults.Count > 0)
        {
            throw new ConfigurationException(faults);
        }
    }
}
