using System.Globalization;
using Extraction.Learning;
using Extraction.Relate.Reading;
using Extraction.Relate.Scoring;
using Extraction.Training.Corpus;
using Extraction.Training.Evaluation;
using Extraction.Training.Relate;
using Extraction.Training.Relate.Reading;

namespace Extraction.Training.Loop;

/// <summary>What <c>train --with</c> was asked to do.</summary>
public sealed record LoopOptions
{
    /// <summary>Files of reviewed records, each with its articles beside it.</summary>
    public required IReadOnlyCollection<string> With { get; init; }

    /// <summary>The corpus folder: <c>train</c> teaches, <c>test</c> decides.</summary>
    public required string Corpus { get; init; }

    /// <summary>The models folder, which is replaced.</summary>
    public required string Models { get; init; }

    /// <summary>Why models that are worse may replace those that are there; null forbids it.</summary>
    public string? Force { get; init; }

    /// <summary>How the network is fitted.</summary>
    public ReadingOptions Reading { get; init; } = new();
}

/// <summary>
/// The loop: what was reviewed is learnt, and the new models take the old ones' place unless they are worse on the frozen test
/// split. Everything happens in a copy of the models folder; the folder itself is exchanged as a whole at the end, or never touched.
/// </summary>
public static class LoopTask
{
    /// <param name="options">What to learn from and where.</param>
    /// <param name="output">Takes the comparison and the verdict.</param>
    /// <param name="progress">Told in plain sentences how it goes.</param>
    /// <returns>True where the models were replaced.</returns>
    /// <exception cref="ReviewedException">The reviewed files do not fit.</exception>
    /// <exception cref="InvalidOperationException">There is nothing to measure with.</exception>
    /// <exception cref="Flow.ConfigurationException">There are no previous models that work.</exception>
    public static bool Run(LoopOptions options, TextWriter output, Action<string> progress)
    {
        var reviewed = ReviewedSource.Read(options.With);
        List<string> faults = [.. Overlap.Faults(options.Corpus, reviewed.Articles)];
        if (faults.Count > 0) throw new ReviewedException(faults);
        var test = Path.Combine(options.Corpus, "test");
        if (!Directory.Exists(test) || CorpusReader.Read(test).IsEmpty)
            throw new InvalidOperationException($"{test}: there are no articles to measure with");

        progress("measuring the previous models");
        var before = Measured(test, options.Models, progress);
        using var candidate = new ModelsCandidate(options.Models, progress);
        RelateTask.Train(options.Corpus, candidate.Path, progress, reviewed, options.Reading);
        progress("measuring the new models");
        return Decide(options, before, Measured(test, candidate.Path, progress), candidate, output);
    }

    static EvaluationResult Measured(string test, string models, Action<string> progress) =>
        EvaluateTask.Evaluate(test, null, documents => ModelRun.Extract(documents, models, progress));

    static bool Decide(LoopOptions options, EvaluationResult before, EvaluationResult after, ModelsCandidate candidate, TextWriter output)
    {
        SideBySide.Write(before, after, output);
        var noise = Noise.Of(before, after);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"core F1 {noise.Change:+0.000;-0.000;0.000} on {before.Documents.Length} test articles; lower in {noise.WorseIn:P0} of the bootstrap samples ({Noise.Rule})"));
        if (noise.IsWorse && options.Force is null)
        {
            output.WriteLine($"The new models are worse: {options.Models} is as it was. To replace it all the same: --force REASON");
            return false;
        }

        foreach (var name in (string[])[ReadingModel.Name, RelationModels.Name])
            ModelFolder.Amend(candidate.Path, name, card => Told(card, before, after, noise.IsWorse ? options.Force : null));
        candidate.Replace();
        output.WriteLine(noise.IsWorse ? $"The new models are worse, and are in {options.Models} because: {options.Force}" : $"The new models are in {options.Models}");
        return true;
    }

    // Per cent, as the other cards have it.
    static ModelCard Told(ModelCard card, EvaluationResult before, EvaluationResult after, string? reason) => card with
    {
        About = reason is null ? card.About : $"{card.About} Worse than the one before, and kept because: {reason}",
        Scores = [.. card.Scores, new("core F1 on corpus/test", Math.Round(100 * after.Core.F1, 1)), new("core F1 on corpus/test of the model before", Math.Round(100 * before.Core.F1, 1))],
    };
}
