using System.Collections.Immutable;
using Extraction.Training.Corpus;

namespace Extraction.Training.Evaluation;

/// <summary>The command <c>evaluate --compare OLD NEW</c>: what a change brought, record by record.</summary>
public static class CompareTask
{
    /// <param name="gold">A gold.jsonl or a folder of annotated articles.</param>
    /// <param name="older">Records before, as JSON Lines; or a models folder, whose records are extracted now.</param>
    /// <param name="newer">Records after, or the models that make them.</param>
    /// <param name="output">Where the comparison goes.</param>
    /// <param name="extract">What the models of a folder make of documents; null where only files are compared.</param>
    /// <returns>0 where core F1 did not fall, else 1.</returns>
    /// <exception cref="CorpusException">An annotation or prediction cannot be read.</exception>
    public static int Run(string gold, string older, string newer, TextWriter output, Func<ImmutableArray<CorpusDocument>, string, IEnumerable<Prediction>>? extract = null)
    {
        var before = Evaluate(gold, older, extract);
        var after = Evaluate(gold, newer, extract);
        output.WriteLine("before: " + TextReport.Line(before));
        output.WriteLine("after:  " + TextReport.Line(after));
        output.WriteLine();
        var sums = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (old, now) in before.Documents.Zip(after.Documents))
            foreach (var change in Changes(old, now))
            {
                sums[change.Kind] = sums.GetValueOrDefault(change.Kind) + 1;
                output.WriteLine($"{now.Name}: {change.Kind} {change.What}");
            }

        output.WriteLine(sums.Count == 0 ? "no difference" : string.Join(" · ", sums.Select(s => $"{s.Key} {s.Value}")));
        return after.Core.F1 >= before.Core.F1 ? 0 : 1;
    }

    private static EvaluationResult Evaluate(string gold, string side, Func<ImmutableArray<CorpusDocument>, string, IEnumerable<Prediction>>? extract) =>
        Directory.Exists(side) && extract is not null ? EvaluateTask.Evaluate(gold, null, documents => extract(documents, side)) : EvaluateTask.Evaluate(gold, side);

    private static IEnumerable<(string Kind, string What)> Changes(DocumentResult old, DocumentResult now)
    {
        var had = old.Core.ToDictionary(p => p.Gold);
        var has = now.Core.ToDictionary(p => p.Gold);
        for (var j = 0; j < now.Gold.Length; j++)
        {
            var gold = now.Gold[j];
            var name = $"{gold.Actor} · {gold.Action} · {gold.Status} · {gold.Target}{(gold.Optional ? " (optional)" : "")}";
            var (was, isNow) = (had.TryGetValue(j, out var oldPair), has.TryGetValue(j, out var newPair));
            if (was != isNow)
                yield return (isNow ? "FOUND" : "LOST", name);
            if (!was || !isNow)
                continue;
            foreach (var (field, before, after) in new[] { ("date", old.SameDate(oldPair), now.SameDate(newPair)), ("justification", old.SameJustification(oldPair), now.SameJustification(newPair)) })
                if (before != after)
                {
                    var said = now.Predictions[newPair.Prediction];
                    yield return (after ? $"{field} MENDED" : $"{field} BROKEN", $"{name}: {(field == "date" ? said.Date : said.Justification) ?? "none"}");
                }
        }

        var (spuriousBefore, spuriousNow) = (Spurious(old), Spurious(now));
        foreach (var gone in Without(spuriousBefore, spuriousNow))
            yield return ("GONE", gone);
        foreach (var fresh in Without(spuriousNow, spuriousBefore))
            yield return ("SPURIOUS", fresh);
    }

    // The same wrong record may be there twice: one of them may go.
    private static List<string> Without(List<string> all, List<string> others)
    {
        var left = all.ToList();
        foreach (var other in others)
            left.Remove(other);
        return left;
    }

    private static List<string> Spurious(DocumentResult document) => [.. document.Misses().Where(m => m.Kind == MissKind.Spurious).Select(m => m.Record)];
}
