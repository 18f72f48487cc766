using System.Text;

namespace Extraction.Benchmarks;

/// <summary>
/// The whole run, from an archive to records, beside <c>zcat | grep</c>, on one processor and on two; the same for a tenth of the
/// archive, for ten times of it, without any relevant page, and for relevant articles alone. The programs take turns, so that what
/// else the machine does meets all of them; of each the fastest counts.
/// </summary>
sealed class ArchiveSuite(string program, string corpus, int megabytes, int turns, string? report)
{
    const int Articles = 600;

    /// <param name="Name">What is run on what.</param>
    /// <param name="Command">For bash.</param>
    /// <param name="Times">The size of its input in archives.</param>
    /// <param name="Slow">Whether one turn is enough.</param>
    sealed record Contest(string Name, string Command, double Times, bool Slow = false);

    readonly StringBuilder said = new();

    public int Run()
    {
        var folder = Directory.CreateTempSubdirectory("extraction-archive-");
        try
        {
            var results = Measure(Contests(folder.FullName), folder.Name);
            Table(results);
            if (report is not null)
            {
                File.WriteAllText(report, Page(results).ToString());
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    List<Contest> Contests(string folder)
    {
        string At(string name) => Path.Combine(folder, name);
        var pages = GeneratedArchive.Write(At("archive.warc.gz"), corpus, megabytes);
        GeneratedArchive.Write(At("tenth.warc.gz"), corpus, megabytes / 10);
        GeneratedArchive.Write(At("other.warc.gz"), corpus, megabytes, withRelevant: false);
        var bytes = GeneratedInput.Write(At("articles.jsonl"), corpus, Articles);
        using (var tenfold = File.Create(At("tenfold.warc.gz")))
        {
            // Members one after the other are an archive again.
            for (var i = 0; i < 10; i++)
            {
                using var archive = File.OpenRead(At("archive.warc.gz"));
                archive.CopyTo(tenfold);
            }
        }

        Say($"{pages} pages, {megabytes} MB unpacked, {new FileInfo(At("archive.warc.gz")).Length / 1048576.0:N0} MB as stored; {Articles} articles of {bytes / 1024.0 / Articles:N1} KB; {Environment.ProcessorCount} processors here; fastest of {turns} turns");
        string Extraction(string file) => $"{program} run {At(file)} --out {At("records.jsonl")} --quiet";
        return
        [
            new("zcat | grep -ci sanction", $"zcat {At("archive.warc.gz")} | grep -ci sanction", 1),
            new("extraction run", Extraction("archive.warc.gz"), 1),
            new("extraction run, no relevant page", Extraction("other.warc.gz"), 1),
            new("extraction run, a tenth", Extraction("tenth.warc.gz"), 0.1),
            new("extraction run, ten times", Extraction("tenfold.warc.gz"), 10, Slow: true),
            new("extraction run, relevant articles", Extraction("articles.jsonl"), 0),
        ];
    }

    List<(Contest Contest, int Processors, Trial Best)> Measure(List<Contest> contests, string mark)
    {
        var entries = new[] { 1, 2 }.SelectMany(processors => contests.Select(contest => (Contest: contest, Processors: processors, Trials: new List<Trial>()))).ToList();
        for (var turn = 0; turn < turns; turn++)
        {
            foreach (var (contest, processors, trials) in entries)
            {
                if (turn == 0 || !contest.Slow)
                {
                    trials.Add(Trial.Of(contest.Command, processors, mark));
                }
            }
        }

        return entries.ConvertAll(entry => (entry.Contest, entry.Processors, Trial.Best(entry.Trials)));
    }

    void Table(List<(Contest Contest, int Processors, Trial Best)> results)
    {
        Say($"| program | processors | wall, s | of zcat \\| grep | processor time, s | MB/s | peak memory |");
        Say($"|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (contest, processors, best) in results)
        {
            var share = contest.Times == 1 ? $"{best.Wall / Wall(results, 0, processors):N2}" : "";
            var speed = contest.Times > 0 ? $"{contest.Times * megabytes / best.Wall:N0}" : "";
            var peak = best.PeakMegabytes > 0 ? $"{best.PeakMegabytes:N0} MB" : "";
            Say($"| {contest.Name.Replace("|", "\\|", StringComparison.Ordinal)} | {processors} | {best.Wall:N2} | {share} | {best.Cpu:N2} | {speed} | {peak} |");
        }

        Say($"relevant articles: {Wall(results, 5, 1) / Wall(results, 5, 2):N2} times as fast on two processors as on one");
    }

    Chart Page(List<(Contest Contest, int Processors, Trial Best)> results)
    {
        var page = new Chart("Archives");
        page.Text("Measured", said.ToString());
        page.Bars(
            "Wall time, of that of zcat | grep; the lines are the targets", "", [.. new[] { 1, 2 }.SelectMany(processors => new[] { 1, 2 }.Select(index =>
                ($"{results[index].Contest.Name}, {Processors(processors)}", Wall(results, index, processors) / Wall(results, 0, processors), index == 1 ? processors == 1 ? 0.65 : 0.45 : (double?)null)))]);
        page.Bars("Times as fast on two processors as on one; the target is 1.8 or more", "", [.. new[] { 1, 2, 4, 5 }.Select(index => (results[index].Contest.Name, Wall(results, index, 1) / Wall(results, index, 2), (double?)null))]);
        page.Lines("Time against size", "MB unpacked", "seconds", [.. new[] { 1, 2 }.Select(processors => (Processors(processors), Sizes(results, processors, trial => trial.Wall)))]);
        page.Lines("Peak memory against size", "MB unpacked", "MB", [.. new[] { 1, 2 }.Select(processors => (Processors(processors), Sizes(results, processors, trial => trial.PeakMegabytes)))]);
        return page;
    }

    IReadOnlyList<(double X, double Y)> Sizes(List<(Contest Contest, int Processors, Trial Best)> results, int processors, Func<Trial, double> value) =>
        [.. results.Where(r => r.Processors == processors && r.Contest.Name is "extraction run" or "extraction run, a tenth" or "extraction run, ten times")
            .OrderBy(r => r.Contest.Times).Select(r => (r.Contest.Times * megabytes, value(r.Best)))];

    static string Processors(int count) => count == 1 ? "one processor" : "two processors";

    static double Wall(List<(Contest Contest, int Processors, Trial Best)> results, int index, int processors) => results[index + ((processors - 1) * results.Count / 2)].Best.Wall;

    void Say(FormattableString line)
    {
        var text = FormattableString.Invariant(line);
        said.AppendLine(text);
        Console.WriteLine(text);
    }
}
