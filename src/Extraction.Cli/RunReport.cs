using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extraction.Emit;

namespace Extraction.Cli;

/// <summary>What a run did, as one JSON object: <c>--report</c> writes it beside the page, under the same name with .json.</summary>
sealed record RunReport(
    string[] Inputs,
    double Seconds,
    long Documents,
    long Articles,
    long Finished,
    IReadOnlyDictionary<string, long> Skipped,
    IReadOnlyDictionary<string, long> Failed,
    IReadOnlyDictionary<string, long> Issues,
    IReadOnlyDictionary<string, long> Records,
    IReadOnlyDictionary<string, long> Months,
    IReadOnlyDictionary<string, long> Actors,
    IReadOnlyDictionary<string, double> Rooms,
    IReadOnlyDictionary<string, double> Slowest,
    long StoredBytes,
    double PeakMegabytes)
{
    public static RunReport Of(string[] inputs, RunCounts counts, long storedBytes) => new(
        inputs, Math.Round(counts.Elapsed.TotalSeconds, 3), counts.Read, counts.Articles, counts.Finished, counts.Skipped, counts.Failed, counts.Issues,
        counts.Records, counts.Months, counts.Actors, counts.Rooms.ToDictionary(room => room.Room, room => Math.Round(room.Busy.TotalSeconds, 3)),
        counts.Slowest.ToDictionary(document => document.Key, document => Math.Round(document.Value, 4)), storedBytes, Math.Round(PeakBytes() / 1048576.0, 1));

    static long PeakBytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    public void Write(string path)
    {
        File.WriteAllText(path, ReportPage.Of(this));
        using var stream = File.Create(Path.ChangeExtension(path, ".json"));
        JsonSerializer.Serialize(stream, this, RunReportContext.Default.RunReport);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(RunReport))]
sealed partial class RunReportContext : JsonSerializerContext;
