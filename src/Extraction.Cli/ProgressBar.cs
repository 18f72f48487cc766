using System.Globalization;
using Extraction.Flow;

namespace Extraction.Cli;

/// <summary>
/// One line on standard error, drawn four times a second where that is a terminal: documents, megabytes, rate, time left. Time left
/// is by bytes, once the size of the input has been added up beside the run.
/// </summary>
sealed class ProgressBar : IDisposable
{
    static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    readonly CancellationTokenSource stop = new();
    readonly Task drawing;

    public ProgressBar(Func<RunProgress> progress, Func<CancellationToken, long> totalBytes)
    {
        if (Console.IsErrorRedirected)
        {
            drawing = Task.CompletedTask;
            return;
        }

        var total = Task.Run(() => totalBytes(stop.Token));
        drawing = Task.Run(() => DrawAsync(progress, total));
    }

    public void Dispose()
    {
        stop.Cancel();
        drawing.Wait();
        stop.Dispose();
    }

    async Task DrawAsync(Func<RunProgress> progress, Task<long> total)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Every, stop.Token).ConfigureAwait(false);
                var line = Text(progress(), total.IsCompletedSuccessfully ? await total.ConfigureAwait(false) : 0, 30);
                await Console.Error.WriteAsync($"\r{line}\e[K").ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteAsync("\r\e[K").ConfigureAwait(false);
        }
    }

    /// <summary>The line itself. <paramref name="total"/> is 0 while it is not known.</summary>
    internal static string Text(RunProgress at, long total, int width)
    {
        var share = total > 0 ? Math.Min(1, (double)at.StoredBytes / total) : 0;
        var seconds = Math.Max(at.Elapsed.TotalSeconds, 0.001);
        var done = at.StoredBytes - at.ResumedBytes;
        var bar = total > 0 ? $"[{new string('#', (int)(share * width)).PadRight(width, '.')}] " : "";
        var left = share < 1 && done > 0.01 * total && total > 0 ? $", {TimeSpan.FromSeconds(seconds * (total - at.StoredBytes) / done):h\\:mm\\:ss} left" : "";
        var relevant = at.Documents > 0 ? $" ({100.0 * at.Relevant / at.Documents:N1} % relevant)" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{bar}{at.Documents:N0} documents{relevant}, {at.Records:N0} records, {at.StoredBytes / 1048576.0:N1} MB, {done / 1048576.0 / seconds:N1} MB/s{left}");
    }
}
