using System.Diagnostics;
using System.Globalization;

namespace Extraction.Benchmarks;

/// <summary>Makes the input, runs the measurements one after the other, and prints the table.</summary>
static class Suite
{
    static readonly int[] Processors = [1, 2];

    public static int Run(string documents, string corpus)
    {
        var folder = Directory.CreateTempSubdirectory("extraction-bench-");
        try
        {
            var input = Path.Combine(folder.FullName, "articles.jsonl");
            var bytes = GeneratedInput.Write(input, corpus, int.Parse(documents, CultureInfo.InvariantCulture));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents} documents, {bytes / 1048576.0:N1} MB of plain text, all of them relevant; {Environment.ProcessorCount} processors here"));
            Console.WriteLine("| processors | documents/s | articles/s | tokens/s | tokens per second of processor time | MB/s | records/s | peak memory | time by room |");
            Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---|");
            foreach (var processors in Processors.Where(p => p <= Environment.ProcessorCount))
            {
                Console.WriteLine(Measure(input, processors));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static string Measure(string input, int processors)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["measure", input, $"{processors}"]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = $"{processors}";
        using var process = Process.Start(start)!;
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            process.ProcessorAffinity = (1 << processors) - 1;
        }

        var line = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? line : throw new InvalidOperationException($"the measurement ended with {process.ExitCode}");
    }
}
