using Extraction.Clean;
using Extraction.Copies;
using Extraction.Emit;
using Extraction.Ingest;
using Extraction.Relate;

namespace Extraction.Flow;

/// <summary>Everything that pipeline.yml can say, resolved. The defaults here are those of the shipped file; a test holds them equal.</summary>
public sealed record PipelineOptions
{
    public RunOptions Run { get; init; } = new();

    public IngestOptions Ingest { get; init; } = new();

    public WebOptions Web { get; init; } = new();

    public CleanOptions Clean { get; init; } = new();

    public RelateOptions Relate { get; init; } = new();

    public CopyOptions Copies { get; init; } = new();

    public ModelOptions Models { get; init; } = new();

    public SinkOptions Sinks { get; init; } = new();

    public LogOptions Log { get; init; } = new();

    /// <summary>Reads a pipeline file.</summary>
    /// <exception cref="ConfigurationException">With every fault in it, each with its line.</exception>
    public static PipelineOptions Load(string path)
    {
        var faults = new Faults(path);
        using var text = File.OpenText(path);
        var options = PipelineReader.Read(PipelineFile.Parse(path, text, faults), faults);
        return faults.Any ? throw new ConfigurationException([.. faults.Messages]) : options;
    }
}

/// <summary>How the graph runs. Nothing here changes the output.</summary>
public sealed record RunOptions
{
    public const int MostWorkers = 256;

    public const int LargestCapacity = 4096;

    public const int MostInFlightMegabytes = 65536;

    /// <summary>Documents that a room works on at once; 0 for one a processor. 0 to 256.</summary>
    public int Parallelism { get; init; }

    /// <summary>Documents that may wait at a room's door. 1 to 4096.</summary>
    public int Capacity { get; init; } = 32;

    /// <summary>What the documents on their way may weigh together, as read; markup and analysis weigh some times that. MiB, 1 to 65536.</summary>
    public int InFlightMegabytes { get; init; } = 64;

    /// <summary>How often a run notes how far it is, so that <c>--resume</c> can go on from there. Seconds, 0 (after every piece of the input) to 3600.</summary>
    public double CheckpointSeconds { get; init; } = 5;

    internal int Workers => Parallelism == 0 ? Environment.ProcessorCount : Parallelism;
}

/// <summary>Where the trained models are.</summary>
public sealed record ModelOptions
{
    /// <summary>The models folder; null for the one shipped with the program.</summary>
    public string? Folder { get; init; }
}

public enum LogLevel
{
    Debug, Information, Warning, Error,
}

/// <summary>What is logged. The console gets it in words on standard error, the file as one JSON object a line.</summary>
public sealed record LogOptions
{
    public LogLevel Level { get; init; } = LogLevel.Information;

    /// <summary>A file for structured logs, or null for none.</summary>
    public string? File { get; init; }
}
