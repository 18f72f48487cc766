// How fast and how large the whole flow is, on relevant articles. Run in Release:
//
//     dotnet run -c Release --project tests/Extraction.Benchmarks [-- --documents 2000] [--corpus corpus]
//
// It makes its input from the articles of the corpus, then runs the flow in a process of its own for each measurement: on one
// processor and on two, after a short run that warms the compiler up. Prints one table.
using Extraction.Benchmarks;

return args switch
{
    ["measure", var input, var processors] => await Measurement.RunAsync(input, int.Parse(processors, null)),
    _ => Suite.Run(Option("--documents", "2000"), Option("--corpus", "corpus")),
};

string Option(string name, string @default)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : @default;
}
