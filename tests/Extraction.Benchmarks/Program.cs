// How fast and how large the whole flow is, on relevant articles. Run in Release:
//
//     dotnet run -c Release --project tests/Extraction.Benchmarks [-- --documents 2000] [--corpus corpus]
//
// It makes its input from the articles of the corpus, then runs the flow in a process of its own for each measurement: on one
// processor and on two, after a short run that warms the compiler up. Prints one table.
//
//     dotnet run -c Release --project tests/Extraction.Benchmarks -- archive --program PATH [--megabytes 400] [--turns 5] [--corpus corpus] [--report FILE.html]
//
// The whole run from a WARC.gz (made here, one page in a hundred relevant) to records, beside zcat | grep, on one processor and on
// two; with charts where --report is given. PATH is the published program (dotnet publish src/Extraction.Cli -c Release
// -p:PublishProfile=ReadyToRun). Needs taskset, zcat, grep, and 1.2 GB in the temporary folder for 400 MB.
//
//     dotnet run -c Release --project tests/Extraction.Benchmarks -- cold --program PATH [--turns 20] [--corpus corpus]
//
// The same program on one article, from nothing.
//
//     dotnet run -c Release --project tests/Extraction.Benchmarks -- generate FILE.warc.gz MEGABYTES [--corpus corpus]
//
// The archive alone, to look closer with perf. README.md has what was found.
using Extraction.Benchmarks;

return args switch
{
    ["measure", var input, var processors] => await Measurement.RunAsync(input, int.Parse(processors, null)),
    ["generate", var file, var megabytes] => Generate(file, int.Parse(megabytes, null)),
    ["archive", ..] => new ArchiveSuite(Published(), Option("--corpus", "corpus"), Number("--megabytes", "400"), Number("--turns", "5"), Option("--report", "") is { Length: > 0 } file ? file : null).Run(),
    ["cold", ..] => ColdStart.Run(Published(), Option("--corpus", "corpus"), Number("--turns", "20")),
    _ => Suite.Run(Option("--documents", "2000"), Option("--corpus", "corpus")),
};

int Generate(string file, int megabytes)
{
    Console.WriteLine(GeneratedArchive.Write(file, Option("--corpus", "corpus"), megabytes));
    return 0;
}

string Published() => Path.GetFullPath(Option("--program", "extraction"));

int Number(string name, string @default) => int.Parse(Option(name, @default), null);

string Option(string name, string @default)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : @default;
}
