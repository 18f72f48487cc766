using System.Diagnostics;
using System.Globalization;

namespace Extraction.Benchmarks;

/// <summary>What one run of a command took.</summary>
/// <param name="Wall">Seconds.</param>
/// <param name="Cpu">Seconds of processor time, of all its processes.</param>
/// <param name="PeakMegabytes">Of the program that is measured; 0 for others.</param>
readonly record struct Trial(double Wall, double Cpu, double PeakMegabytes)
{
    /// <summary>The fastest of several, with the largest peak.</summary>
    public static Trial Best(IReadOnlyList<Trial> trials) => new(trials.Min(t => t.Wall), trials.Min(t => t.Cpu), trials.Max(t => t.PeakMegabytes));

    /// <summary>Runs a shell command on the first one or two processors.</summary>
    /// <param name="command">For bash.</param>
    /// <param name="processors">1 or 2.</param>
    /// <param name="mark">Words in the command line of the program whose memory is watched.</param>
    public static Trial Of(string command, int processors, string mark)
    {
        var mask = processors == 1 ? "0" : "0,1";
        var start = new ProcessStartInfo("taskset", ["-c", mask, "bash", "-c", $"TIMEFORMAT='%R %U %S'; time ( {command} >/dev/null 2>/dev/null )"]) { RedirectStandardError = true };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = $"{processors}";
        using var process = Process.Start(start)!;
        var peak = 0L;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, PeakOf(mark));
        }

        var times = process.StandardError.ReadToEnd().Trim().Split('\n')[^1].Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        return new(times[0], times[1] + times[2], peak / 1024.0);
    }

    /// <summary>VmHWM in KiB. Only our own runs have the mark; the shell's has it too, and is small.</summary>
    static long PeakOf(string mark)
    {
        var peak = 0L;
        foreach (var running in Process.GetProcessesByName("extraction"))
        {
            using (running)
            {
                try
                {
                    var isOurs = File.ReadAllText($"/proc/{running.Id}/cmdline").Contains(mark, StringComparison.Ordinal);
                    var line = isOurs ? File.ReadLines($"/proc/{running.Id}/status").FirstOrDefault(l => l.StartsWith("VmHWM", StringComparison.Ordinal)) : null;
                    peak = Math.Max(peak, line is null ? 0 : long.Parse(new string([.. line.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture));
                }
                catch (IOException)
                {
                    // It has ended.
                }
            }
        }

        return peak;
    }
}
