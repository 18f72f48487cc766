using System.Security.Cryptography;
using System.Text;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Ingest;
using Extraction.Sinks;

namespace Extraction.Cli;

/// <summary>The run that the command line asks for.</summary>
sealed record RunRequest(string[] Inputs, string? Config, string Out, string? Articles, string? Issues, string? Published, string[] To, string? DeadLetters, string[] Lists)
{
    /// <summary>Pages to fetch.</summary>
    public WebRequest Web { get; init; } = WebRequest.None;

    public bool NoGate { get; init; }

    /// <summary>Does not look for near-identical copies.</summary>
    public bool NoCopies { get; init; }

    /// <summary>Records say what their confidence was made of.</summary>
    public bool Weighed { get; init; }

    /// <summary>Nothing but errors on standard error.</summary>
    public bool Quiet { get; init; }

    /// <summary>Where the report goes, or null.</summary>
    public string? Report { get; init; }

    /// <summary>Goes on where a run that was broken off had come to.</summary>
    public bool Resume { get; init; }

    /// <summary>Article texts are wanted of all articles, relevant or not: then nothing is left out at the door.</summary>
    public bool UsesGate => !NoGate && Articles is null;

    /// <summary>Only files can be read again, and cut to what is sure.</summary>
    public bool CanResume =>
        !Inputs.Contains("-") && Web.IsEmpty && !ToStandardOutput && To.Length == 0 && !Named().Any(OutputFiles.IsDevice);

    /// <summary>A filter keeps nothing between lines, so that its input may be spread over many of them.</summary>
    bool FindsCopies(PipelineOptions options) => options.Copies.Find && !NoCopies && !Inputs.Contains("-");

    bool ToStandardOutput => Out == "-";

    string? IssuesPath => Issues ?? (ToStandardOutput || Out.StartsWith("/dev/", StringComparison.Ordinal)
        ? null
        : Path.Combine(Path.GetDirectoryName(Out) ?? "", "issues.jsonl"));

    /// <summary>What is wrong with the outputs: two of them in one file, or one in a file that is read.</summary>
    public IEnumerable<string> Faults()
    {
        if (Inputs.Length == 0 && Web.IsEmpty)
        {
            yield return "nothing to read: name files, folders, - for standard input, or pages with --url, --urls, --feed, --sitemap";
        }

        if (Articles == "-" || Issues == "-")
        {
            yield return "only --out takes -; name a file (/dev/stderr is one)";
        }

        if (Resume && !CanResume)
        {
            yield return "--resume: works from files to files; not with -, pages from the web, --to, sinks.to or devices";
        }

        foreach (var fault in OutputFiles.WithoutFolder(Named()))
        {
            yield return fault;
        }

        string[] outputs = [.. Named().Concat(OutputFiles.Of(To)).Where(path => !OutputFiles.IsDevice(path))];
        foreach (var fault in OutputFiles.Doubled(outputs).Concat(OutputFiles.Read(outputs, [.. Inputs, .. Web.Files, .. Lists])))
        {
            yield return fault;
        }
    }

    /// <summary>Outputs that would take the place of files in folders that are read; what an earlier run wrote there is none of them.</summary>
    /// <param name="inputs">Everything that is read.</param>
    public IEnumerable<string> Overwritten(IReadOnlyList<Input> inputs) =>
        Named().Concat(OutputFiles.Of(To)).Where(path => File.Exists(path) && inputs.OfType<FolderInput>().Any(folder => folder.Reads(Path.GetFullPath(path))) && !EarlierOutput.Fits(path))
            .Select(path => $"{path}: is a file of a folder that this run reads, and would be overwritten; name another output, or move the file away");

    IEnumerable<string> Named() => new[] { ToStandardOutput ? null : Out, Articles, IssuesPath, Report, Report is null ? null : Path.ChangeExtension(Report, ".json") }.OfType<string>();

    /// <summary>The settings with what the command line adds to them.</summary>
    public PipelineOptions Settled(PipelineOptions options) => Weighed ? options with { Relate = options.Relate with { Weighed = true } } : options;

    /// <summary>The request with the addresses of the settings among its own: what holds for these holds for those.</summary>
    public RunRequest With(SinkOptions sinks) => this with { To = [.. sinks.To, .. To] };

    /// <summary>Full paths of what the run writes, which it must not read.</summary>
    /// <param name="options">The settings, which name a log and dead letters.</param>
    public HashSet<string> OutputPaths(PipelineOptions options)
    {
        string?[] beside = [options.Log.File, DeadLetters ?? options.Sinks.DeadLetters ?? Sinks.Delivery.DeadLetters.DefaultName];
        var full = Named().Concat(OutputFiles.Of(To)).Concat(beside.OfType<string>()).Select(Path.GetFullPath).ToList();
        return [.. full, .. full.Select(path => path + LineFile.PartialSuffix), .. full.Select(path => path + Checkpoint.Suffix), .. full.Select(path => path + Checkpoint.Suffix + ".new"), .. full.Select(path => path + CopyLedger.Suffix + LineFile.PartialSuffix)];
    }

    /// <summary>The options that change the output.</summary>
    public static string SettingsOf(PipelineOptions options) => string.Join('\n', $"{options.Ingest}", $"{options.Clean}", $"{options.Relate}", $"{options.Copies}");

    /// <summary>What must be the same for the output to be the same, besides the input.</summary>
    string Settings(PipelineOptions options, string version) =>
        string.Join('\n', [SettingsOf(options), $"{FindsCopies(options)}", version, $"{UsesGate}", $"{Weighed}", $"{Articles}", $"{IssuesPath}", .. Lists.Select(list => $"{list} {File.GetLastWriteTimeUtc(list).Ticks}")]);

    Checkpoint? CheckpointOf(IReadOnlyList<LineFile> files, Inputs inputs, PipelineOptions options, string version)
    {
        if (!CanResume)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in inputs.Describe().Prepend(Settings(options, version)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        return new(Out + Checkpoint.Suffix, Convert.ToHexStringLower(hash.GetHashAndReset()), TimeSpan.FromSeconds(options.Run.CheckpointSeconds), files, TimeProvider.System);
    }

    public RunOutputs Outputs(Action<Issue> notice, SinkSet sinks, Inputs inputs, PipelineOptions options, string version)
    {
        var records = ToStandardOutput ? new LineFile(StandardOutput.Open(), "standard output") : new LineFile(Out);
        var articles = Articles is null ? null : new LineFile(Articles);
        var issues = IssuesPath is { } path ? new LineFile(path) : null;
        var copies = FindsCopies(options) ? new CopyLedger(new(options.Copies), CanResume ? new LineFile(Out + CopyLedger.Suffix) { IsScratch = true } : null) : null;
        var checkpoint = CheckpointOf([.. new[] { records, articles, issues, copies?.File }.OfType<LineFile>()], inputs, options, version);
        return new([new JsonLinesSink(records), .. sinks.Sinks], articles, issues, notice, checkpoint, copies);
    }
}
