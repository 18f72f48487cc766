using System.CommandLine;
using Extraction.Flow;

namespace Extraction.Cli;

/// <summary>What several commands take.</summary>
static class CommonOptions
{
    /// <summary>Read from the current folder where it is there and --config names no other.</summary>
    const string DefaultFile = "pipeline.yml";

    public static Option<string?> Config() => new("--config")
    {
        Description = $"Settings; {DefaultFile} in the current folder where there is one, else the built-in defaults.",
        HelpName = DefaultFile,
    };

    public static Option<string?> Published() => new("--published")
    {
        Description = "Publication date of documents that give none themselves.",
        HelpName = "YYYY-MM-DD",
    };

    public static Option<bool> NoCopies() => new("--no-copies") { Description = "Do not look for near-identical copies of a report (duplicate_of)." };

    public static Argument<string[]> Inputs() => new("INPUT")
    {
        Description = "Files, folders (with all below), globs in quotes, or - for JSON Lines on standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The settings file that is read: the one named, else the one that lies here; null for none.</summary>
    public static string? FileOf(string? config) => config ?? (File.Exists(DefaultFile) ? DefaultFile : null);

    /// <exception cref="ConfigurationException">The file named is not there, or has faults.</exception>
    public static PipelineOptions Load(string? config, string? published)
    {
        var options = config is null
            ? File.Exists(DefaultFile) ? PipelineOptions.Load(DefaultFile) : new()
            : File.Exists(config) ? PipelineOptions.Load(config) : throw new ConfigurationException([$"{config}: no such file"]);
        if (published is null)
        {
            return options;
        }

        return DateOnly.TryParseExact(published, "yyyy-MM-dd", out _)
            ? options with { Ingest = options.Ingest with { Published = published } }
            : throw new ConfigurationException([$"--published {published}: write a date such as 2021-12-07"]);
    }
}
