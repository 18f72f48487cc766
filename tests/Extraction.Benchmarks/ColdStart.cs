using System.Globalization;

namespace Extraction.Benchmarks;

/// <summary>The whole program on one short article, from nothing: start, models, one article, records, end.</summary>
static class ColdStart
{
    public static int Run(string program, string corpus, int turns)
    {
        var folder = Directory.CreateTempSubdirectory("extraction-cold-");
        try
        {
            var article = Directory.EnumerateFiles(corpus, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .First(path => new FileInfo(path).Length is > 1000 and < 4000 && File.ReadAllText(path).Contains("sanction", StringComparison.Ordinal));
            var input = Path.Combine(folder.FullName, "article.txt");
            File.Copy(article, input);
            (string Name, string Command)[] programs =
            [
                ("extraction --version", $"{program} --version"),
                ("extraction run, one article", $"{program} run {input} --out {folder.FullName}/records.jsonl --quiet"),
            ];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(article)}, {new FileInfo(article).Length} bytes; {turns} turns; {Environment.ProcessorCount} processors here"));
            Console.WriteLine("| program | processors | wall, s: fastest | median | processor time, s: least | median | peak memory |");
            Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
            foreach (var processors in new[] { 1, 2 })
            {
                foreach (var (name, command) in programs)
                {
                    var trials = Enumerable.Range(0, turns).Select(_ => Trial.Of(command, processors, folder.Name)).ToList();
                    var best = Trial.Best(trials);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {processors} | {best.Wall:N2} | {Median(trials.Select(t => t.Wall)):N2} | {best.Cpu:N2} | {Median(trials.Select(t => t.Cpu)):N2} | {best.PeakMegabytes:N0} MB |"));
                }
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
