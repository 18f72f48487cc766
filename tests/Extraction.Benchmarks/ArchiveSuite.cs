using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Extraction.Benchmarks;

/// <summary>
/// The whole run, from an archive to records, beside <c>zcat | grep</c> and a plain unpacking, on one processor and on two. The
/// programs take turns, so that what else the machine does meets all of them; of each the fastest counts.
/// </summary>
static class ArchiveSuite
{
    const int Turns = 5;

    public static int Run(string program, string corpus, int megabytes, string? report)
    {
        var folder = Directory.CreateTempSubdirectory("extraction-archive-");
        try
        {
            var archive = Path.Combine(folder.FullName, "archive.warc.gz");
            var pages = GeneratedArchive.Write(archive, corpus, megabytes);
            Say($"{pages} pages, {megabytes} MB unpacked, {new FileInfo(archive).Length / 1048576.0:N0} MB as stored; {Environment.ProcessorCount} processors here");
            var small = Path.Combine(folder.FullName, "tenth.warc.gz");
            GeneratedArchive.Write(small, corpus, megabytes / 10);
            string Extraction(string file, int processors) =>
                $"DOTNET_PROCESSOR_COUNT={processors} {program} run {file} --out {folder.FullName}/records.jsonl";
            (string Name, string Command, int Processors)[] programs =
            [
                ("zcat \\| grep -ci sanction", $"zcat {archive} | grep -ci sanction", 1),
                ("extraction run", Extraction(archive, 1), 1),
                ("extraction run, a tenth of the archive", Extraction(small, 1), 1),
                ("zcat \\| grep -ci sanction", $"zcat {archive} | grep -ci sanction", 2),
                ("extraction run", Extraction(archive, 2), 2),
                ("extraction run, a tenth of the archive", Extraction(small, 2), 2),
            ];
            var results = programs.Select(_ => new List<Result>()).ToList();
            for (var turn = 0; turn < Turns; turn++)
            {
                for (var i = 0; i < programs.Length; i++)
                {
                    results[i].Add(Measure(programs[i].Command, programs[i].Processors));
                }
            }

            var best = results.Select(list => new Result(list.Min(r => r.Wall), list.Min(r => r.Cpu), list.Max(r => r.PeakMegabytes))).ToList();
            Say($"| program | processors | wall, s | of zcat \\| grep | processor time, s | MB/s | peak memory |");
            Say($"|---|---:|---:|---:|---:|---:|---:|");
            for (var i = 0; i < programs.Length; i++)
            {
                var size = programs[i].Command.Contains("tenth", StringComparison.Ordinal) ? megabytes / 10 : megabytes;
                var reference = best[programs[i].Processors == 1 ? 0 : 3];
                var share = size == megabytes ? (best[i].Wall / reference.Wall).ToString("N2", CultureInfo.InvariantCulture) : "";
                Say($"| {programs[i].Name} | {programs[i].Processors} | {best[i].Wall:N2} | {share} | {best[i].Cpu:N2} | {size / best[i].Wall:N0} | {best[i].PeakMegabytes:N0} MB |");
            }

            if (report is not null)
            {
                File.WriteAllText(report, Chart.Page(programs.Select((p, i) => ($"{p.Name.Replace("\\|", "|", StringComparison.Ordinal)}, {p.Processors} processors", best[i].Wall, best[i].PeakMegabytes)).ToList()));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static Result Measure(string command, int processors)
    {
        var mask = processors == 1 ? "0" : "0,1";
        var start = new ProcessStartInfo("taskset", ["-c", mask, "bash", "-c", $"TIMEFORMAT='%R %U %S'; time ( {command} >/dev/null 2>/dev/null )"]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var peak = 0L;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, PeakOfProgram());
        }

        var times = process.StandardError.ReadToEnd().Trim().Split('\n')[^1].Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        return new(times[0], times[1] + times[2], peak / 1024.0);
    }

    /// <summary>VmHWM of the program while it runs, in KiB.</summary>
    static long PeakOfProgram()
    {
        var peak = 0L;
        foreach (var running in Process.GetProcessesByName("extraction"))
        {
            using (running)
            {
                try
                {
                    var line = File.ReadLines($"/proc/{running.Id}/status").FirstOrDefault(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
                    peak = Math.Max(peak, line is null ? 0 : long.Parse(new string([.. line.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture));
                }
                catch (IOException)
                {
                }
            }
        }

        return peak;
    }

    static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    readonly record struct Result(double Wall, double Cpu, double PeakMegabytes);
}

/// <summary>Bars in a page of its own.</summary>
static class Chart
{
    public static string Page(List<(string Name, double Seconds, double Megabytes)> bars)
    {
        var page = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\"><title>Archives</title><h1>Wall time, seconds</h1>");
        Bars(page, bars.ConvertAll(bar => (bar.Name, bar.Seconds)));
        page.Append("<h1>Peak memory, MB</h1>");
        Bars(page, bars.FindAll(bar => bar.Megabytes > 0).ConvertAll(bar => (bar.Name, bar.Megabytes)));
        return page.ToString();
    }

    static void Bars(StringBuilder page, List<(string Name, double Value)> bars)
    {
        var most = bars.Count == 0 ? 1 : bars.Max(bar => bar.Value);
        page.Append(CultureInfo.InvariantCulture, $"<svg width=\"900\" height=\"{bars.Count * 28}\" font-family=\"sans-serif\" font-size=\"13\">");
        for (var i = 0; i < bars.Count; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{(i * 28) + 18}\">{bars[i].Name}</text><rect x=\"380\" y=\"{(i * 28) + 4}\" width=\"{400 * bars[i].Value / most:F0}\" height=\"20\" fill=\"#46a\"/><text x=\"{388 + (400 * bars[i].Value / most):F0}\" y=\"{(i * 28) + 18}\">{bars[i].Value:N2}</text>");
        }

        page.Append("</svg>");
    }
}
