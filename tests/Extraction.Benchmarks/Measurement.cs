using System.Diagnostics;
using System.Globalization;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Ingest;

namespace Extraction.Benchmarks;

/// <summary>One measurement in this process: the flow as the command line runs it, from a file to a file.</summary>
static class Measurement
{
    public static async Task<int> RunAsync(string input, int processors)
    {
        var output = input + $".{processors}.records";
        long tokens = 0;
        await RunOnceAsync(input, output, processors, _ => { }, most: 200);
        using var self = Process.GetCurrentProcess();
        var (start, cpu) = (Stopwatch.GetTimestamp(), self.TotalProcessorTime);
        var counts = await RunOnceAsync(input, output, processors, count => Interlocked.Add(ref tokens, count), most: int.MaxValue);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        self.Refresh();
        var cpuSeconds = (self.TotalProcessorTime - cpu).TotalSeconds;
        var busy = counts.Rooms.Sum(room => room.Busy.TotalSeconds);
        var rooms = string.Join(", ", counts.Rooms.Select(room => string.Create(CultureInfo.InvariantCulture, $"{room.Room} {room.Busy.TotalSeconds / busy:P0}")));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {processors} | {counts.Read / seconds:N0} | {counts.Articles / seconds:N0} | {tokens / seconds:N0} | {tokens / cpuSeconds:N0} | {new FileInfo(input).Length / 1048576.0 / seconds:N1} | {counts.RecordsMade / seconds:N0} | {self.PeakWorkingSet64 / 1048576.0:N0} MB | {rooms} |"));
        return 0;
    }

    static async Task<RunCounts> RunOnceAsync(string input, string output, int processors, Action<int> tokens, int most)
    {
        var issues = new IssueCollector();
        var rooms = RoomsBuilder.Build(new(), issues);
        var annotate = rooms.Annotate;
        var counting = rooms with
        {
            Annotate = (article, cancellation) =>
            {
                var annotated = annotate(article, cancellation);
                tokens(annotated.Tokens.Length);
                return annotated;
            },
        };
        using var head = new MemoryStream(most == int.MaxValue ? [] : System.Text.Encoding.UTF8.GetBytes(string.Join('\n', File.ReadLines(input).Take(most))));
        var inputs = new Inputs(Input.Resolve([most == int.MaxValue ? input : "-"], []), new(), () => head);
        var outputs = new RunOutputs([new JsonLinesSink(new LineFile(output))], null, null);
        await using (outputs)
        {
            return await new Pipeline(new() { Parallelism = processors }, inputs, counting, outputs, issues).RunAsync(CancellationToken.None);
        }
    }
}
