// How fast and how large the whole flow is, on relevant articles. Run in Release:
//
//     dotnet run -c Release --project tests/Extraction.Benchmarks [-- --documents 2000] [--corpus corpus]
//
// It makes its input from the articles of the corpus, then runs the flow in a process of its own for each measurement: on one
// processor and on two, after a short run that warms the compiler up. Prints one table.
//
//     dotnet run -c Release --project tests/Extraction.Benchmarks -- archive --program PATH [--megabytes 400] [--corpus corpus] [--report FILE.html]
//
// The whole run from a WARC.gz (made here, one page in a hundred relevant) to records, beside zcat | grep, on one processor and on two.
// PATH is the published program (dotnet publish src/Extraction.Cli -c Release -p:PublishProfile=ReadyToRun). Needs taskset, zcat, grep.
using Extraction.Benchmarks;

return args switch
{
    ["measure", var input, var processors] => await Measurement.RunAsync(input, int.Parse(processors, null)),
    ["generate", var file, var megabytes] => Generate(file, int.Parse(megabytes, null)),
    ["archive", ..] => ArchiveSuite.Run(Path.GetFullPath(Option("--program", "extraction")), Option("--corpus", "corpus"), int.Parse(Option("--megabytes", "400"), null), Option("--report", "") is { Length: > 0 } file ? file : null),
    _ => Suite.Run(Option("--documents", "2000"), Option("--corpus", "corpus")),
};

int Generate(string file, int megabytes)
{
    Console.WriteLine(GeneratedArchive.Write(file, Option("--corpus", "corpus"), megabytes));
    return 0;
}

string Option(string name, string @default)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : @default;
}
