using System.Collections.Immutable;
using Extraction.Training.Corpus;

namespace Extraction.Training.Evaluation;

/// <summary>What the command <c>evaluate</c> was asked to do.</summary>
public sealed record EvaluateOptions
{
    /// <summary>A gold.jsonl or a folder of annotated articles.</summary>
    public required string Gold { get; init; }

    /// <summary>Records as JSON Lines; null to extract them now with <see cref="Extract"/>.</summary>
    public string? Predictions { get; init; }

    /// <summary>Extracts records of the documents of the gold; used where no predictions are given.</summary>
    public Func<ImmutableArray<CorpusDocument>, IEnumerable<Prediction>>? Extract { get; init; }

    /// <summary>Predictions less sure than this are left out; those without confidence stay.</summary>
    public double MinConfidence { get; init; }

    /// <summary>Prints every miss.</summary>
    public bool Misses { get; init; }

    /// <summary>Prints JSON instead of text.</summary>
    public bool Json { get; init; }

    /// <summary>Writes an HTML page here, or null.</summary>
    public string? Report { get; init; }

    /// <summary>The floors file to hold the figures against, or null.</summary>
    public string? Floors { get; init; }

    /// <summary>The set of floors; null for the name of the gold's folder or file.</summary>
    public string? FloorSet { get; init; }

    /// <summary>Raises the floors to what was reached, and sets them anew where the corpus has changed.</summary>
    public bool SetFloors { get; init; }

    /// <summary>Allows floors to be lowered, and says why; null forbids it.</summary>
    public string? LowerReason { get; init; }
}

/// <summary>The command <c>evaluate</c>: figures of predictions against gold.</summary>
public static class EvaluateTask
{
    /// <returns>0, or 1 where a figure is below its floor.</returns>
    /// <exception cref="CorpusException">An annotation or prediction cannot be read.</exception>
    /// <exception cref="IOException">A file is missing or cannot be written.</exception>
    /// <exception cref="InvalidDataException">The floors file cannot be read.</exception>
    /// <exception cref="InvalidOperationException">There is nothing to evaluate with, or a floor would be lowered without a reason.</exception>
    public static int Run(EvaluateOptions options, TextWriter output)
    {
        var result = Evaluate(options.Gold, options.Predictions, options.Extract, options.MinConfidence);
        if (options.Json)
            output.Write(JsonReport.Write(result));
        else
            TextReport.Write(result, output);
        if (options.Misses && !options.Json)
            foreach (var miss in result.Documents.SelectMany(d => d.Misses()))
                output.WriteLine(miss);
        if (options.Report is not null)
            File.WriteAllText(options.Report, HtmlReport.Write(result, $"Evaluation on {Name(options.Gold)}"));
        return options.Floors is null ? 0 : Hold(options, result, options.Json ? TextWriter.Null : output);
    }

    /// <summary>Reads gold and predictions and measures.</summary>
    public static EvaluationResult Evaluate(string gold, string? predictions, Func<ImmutableArray<CorpusDocument>, IEnumerable<Prediction>>? extract = null, double minConfidence = 0)
    {
        var documents = CorpusReader.Read(gold);
        // Every figure would be zero, as if the records were bad.
        if (documents.IsEmpty)
            throw new CorpusException(gold, "there are no annotations: a folder needs a NAME.gold.json beside each NAME.txt or NAME.html, a gold.jsonl a line for each article");
        var records = predictions is not null ? Prediction.Read(predictions)
            : extract is not null ? extract(documents)
            : throw new InvalidOperationException("There are no predictions to evaluate.");
        return EvaluationResult.Of(documents, records.Where(p => p.Confidence is not { } c || c >= minConfidence));
    }

    private static int Hold(EvaluateOptions options, EvaluationResult result, TextWriter output)
    {
        var sets = Ratchet.Read(options.Floors!);
        var name = options.FloorSet ?? Name(options.Gold);
        var corpus = CorpusReader.Hash(options.Gold);
        sets.TryGetValue(name, out var set);
        if (options.SetFloors)
        {
            sets[name] = Ratchet.Update(set, corpus, result, options.LowerReason);
            Ratchet.Write(options.Floors!, sets);
            output.WriteLine($"floors of {name} are set");
            return 0;
        }

        if (set is null)
        {
            output.WriteLine($"there are no floors for {name} in {options.Floors}");
            return 1;
        }

        var complaints = Ratchet.Check(set, corpus, result).ToList();
        foreach (var complaint in complaints)
            output.WriteLine(complaint);
        if (complaints.Count == 0)
            output.WriteLine($"all floors of {name} hold");
        return complaints.Count == 0 ? 0 : 1;
    }

    private static string Name(string path) => Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path));
}
