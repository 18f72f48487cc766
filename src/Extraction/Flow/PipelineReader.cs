using Extraction.Clean;
using Extraction.Copies;
using Extraction.Emit;
using Extraction.Ingest;
using Extraction.Relate;

namespace Extraction.Flow;

/// <summary>The pipeline file as written → options, key by key. The one place that knows the names of the keys.</summary>
static class PipelineReader
{
    /// <param name="file">As written.</param>
    /// <param name="faults">Takes what is wrong with it.</param>
    /// <param name="absent">Told of every key that the file leaves to its default, or null.</param>
    public static PipelineOptions Read(PipelineFile file, Faults faults, Action<string>? absent = null)
    {
        var top = new Section("", file.Root, faults, absent);
        var options = new PipelineOptions
        {
            Run = Run(top.Child("run"), new()),
            Ingest = Ingest(top.Child("ingest"), new()),
            Web = Web(top.Child("web"), new()),
            Clean = Clean(top.Child("clean"), new()),
            Relate = Relate(top.Child("relate"), new()),
            Copies = Copies(top.Child("copies"), new()),
            Models = Models(top.Child("models"), new()),
            Sinks = Sinks(top.Child("sinks"), new()),
            Log = Log(top.Child("log"), new()),
        };
        top.Close();
        return options;
    }

    static RunOptions Run(Section section, RunOptions defaults)
    {
        var options = new RunOptions
        {
            Parallelism = section.Whole("parallelism", defaults.Parallelism, 0, RunOptions.MostWorkers),
            Capacity = section.Whole("capacity", defaults.Capacity, 1, RunOptions.LargestCapacity),
            CheckpointSeconds = section.Number("checkpoint_seconds", defaults.CheckpointSeconds, 0, 3600),
            InFlightMegabytes = section.Whole("in_flight_megabytes", defaults.InFlightMegabytes, 1, RunOptions.MostInFlightMegabytes),
        };
        section.Close();
        return options;
    }

    static IngestOptions Ingest(Section section, IngestOptions defaults)
    {
        var options = new IngestOptions
        {
            MaxDocumentMegabytes = section.Whole("max_document_megabytes", defaults.MaxDocumentMegabytes, 1, IngestOptions.LargestDocumentMegabytes),
            MaxUnpackRatio = section.Whole("max_unpack_ratio", defaults.MaxUnpackRatio, 10, 100_000),
            Fields = Fields(section.Child("fields"), defaults.Fields),
            Published = section.TextOrNull("published", defaults.Published),
        };
        section.Close();
        return options;
    }

    static FieldNames Fields(Section section, FieldNames defaults)
    {
        var names = new FieldNames
        {
            Id = section.Text("id", defaults.Id),
            Text = section.Text("text", defaults.Text),
            Html = section.Text("html", defaults.Html),
            Title = section.Text("title", defaults.Title),
            Published = section.Text("published", defaults.Published),
            Url = section.Text("url", defaults.Url),
        };
        section.Close();
        return names;
    }

    static WebOptions Web(Section section, WebOptions defaults)
    {
        var options = new WebOptions
        {
            UserAgent = section.Text("user_agent", defaults.UserAgent),
            Robots = section.Flag("robots", defaults.Robots),
            HostPauseSeconds = section.Number("host_pause_seconds", defaults.HostPauseSeconds, 0, 3600),
            MaxCrawlDelaySeconds = section.Number("max_crawl_delay_seconds", defaults.MaxCrawlDelaySeconds, 0, 3600),
            Parallelism = section.Whole("parallelism", defaults.Parallelism, 1, WebOptions.MostRequests),
            Attempts = section.Whole("attempts", defaults.Attempts, 1, 20),
            PauseSeconds = section.Number("pause_seconds", defaults.PauseSeconds, 0.001, 60),
            MaxRetryAfterSeconds = section.Number("max_retry_after_seconds", defaults.MaxRetryAfterSeconds, 0, 3600),
            AttemptSeconds = section.Number("attempt_seconds", defaults.AttemptSeconds, 0.1, 3600),
            TotalSeconds = section.Number("total_seconds", defaults.TotalSeconds, 0.1, 86_400),
            BreakAfter = section.Whole("break_after", defaults.BreakAfter, 2, 1000),
            BreakSeconds = section.Number("break_seconds", defaults.BreakSeconds, 0.5, 3600),
            MaxRedirects = section.Whole("max_redirects", defaults.MaxRedirects, 0, 50),
            MaxPageMegabytes = section.Whole("max_page_megabytes", defaults.MaxPageMegabytes, 1, WebOptions.LargestMegabytes),
            MaxListMegabytes = section.Whole("max_list_megabytes", defaults.MaxListMegabytes, 1, WebOptions.LargestMegabytes),
            MaxLinks = section.Whole("max_links", defaults.MaxLinks, 1, 10_000_000),
            AllowNetworks = section.Texts("allow_networks", defaults.AllowNetworks),
            Cache = section.TextOrNull("cache", defaults.Cache),
            CacheMegabytes = section.Whole("cache_megabytes", defaults.CacheMegabytes, 0, 1_000_000),
            WatchSeconds = section.Number("watch_seconds", defaults.WatchSeconds, 1, 604_800),
            WatchTries = section.Whole("watch_tries", defaults.WatchTries, 1, 100),
        };
        section.Close();
        section.Report(options.Faults());
        return options;
    }

    static CleanOptions Clean(Section section, CleanOptions defaults)
    {
        var options = new CleanOptions
        {
            SplitPages = section.Flag("split_pages", defaults.SplitPages),
            EarliestPublished = section.Date("earliest_published", defaults.EarliestPublished),
            LatestPublished = section.Date("latest_published", defaults.LatestPublished),
            MaxArticles = section.Whole("max_articles", defaults.MaxArticles, 1, 10_000),
            MaxTreeCharacters = section.Whole("max_tree_characters", defaults.MaxTreeCharacters, 1_000, 100_000_000),
            MaxTreeDepth = section.Whole("max_tree_depth", defaults.MaxTreeDepth, 16, 2_000),
            MaxTreeElements = section.Whole("max_tree_elements", defaults.MaxTreeElements, 1_000, 10_000_000),
            MaxMillionSteps = section.Whole("max_million_steps", defaults.MaxMillionSteps, 1, 1_000_000),
        };
        section.Close();
        section.Report(options.Faults());
        return options;
    }

    static RelateOptions Relate(Section section, RelateOptions defaults)
    {
        var options = defaults with
        {
            MinConfidence = section.Number("min_confidence", defaults.MinConfidence, 0, 1),
            Weighed = section.Flag("weighed", defaults.Weighed),
        };
        section.Close();
        return options;
    }

    static CopyOptions Copies(Section section, CopyOptions defaults)
    {
        var options = new CopyOptions
        {
            Find = section.Flag("find", defaults.Find),
            Remember = section.Whole("remember", defaults.Remember, 1, CopyOptions.MostRemembered),
            MinShare = section.Number("min_share", defaults.MinShare, 0.2, 1),
        };
        section.Close();
        return options;
    }

    static ModelOptions Models(Section section, ModelOptions defaults)
    {
        var options = new ModelOptions { Folder = section.TextOrNull("folder", defaults.Folder) };
        section.Close();
        return options;
    }

    static SinkOptions Sinks(Section section, SinkOptions defaults)
    {
        var options = new SinkOptions
        {
            To = section.Texts("to", defaults.To),
            BatchRecords = section.Whole("batch_records", defaults.BatchRecords, 1, SinkOptions.LargestBatch),
            Attempts = section.Whole("attempts", defaults.Attempts, 1, SinkOptions.MostAttempts),
            PauseSeconds = section.Number("pause_seconds", defaults.PauseSeconds, 0.001, 60),
            TimeoutSeconds = section.Number("timeout_seconds", defaults.TimeoutSeconds, 0.1, 3600),
            BreakSeconds = section.Number("break_seconds", defaults.BreakSeconds, 0.5, 3600),
            DeadLetters = section.TextOrNull("dead_letters", defaults.DeadLetters),
        };
        section.Close();
        return options;
    }

    static LogOptions Log(Section section, LogOptions defaults)
    {
        var options = new LogOptions
        {
            Level = section.Choice("level", defaults.Level),
            File = section.TextOrNull("file", defaults.File),
        };
        section.Close();
        return options;
    }
}
