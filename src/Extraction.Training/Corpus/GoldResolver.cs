using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Training.Corpus;

/// <summary>Where the quotes of a gold record stand in the cleaned article; null or absent where they were not found.</summary>
/// <param name="Record">What was resolved.</param>
/// <param name="Evidence">The places of the evidence's first words, in the annotation's order; only those found.</param>
/// <param name="Lost">Names of the fields whose quote is not in the article.</param>
public sealed record ResolvedGold(
    GoldRecord Record,
    TextRange? Actor,
    TextRange? Action,
    TextRange? Target,
    TextRange? Role,
    TextRange? Date,
    TextRange? Justification,
    ImmutableArray<TextRange> Evidence,
    ImmutableArray<string> Lost);

/// <summary>Finds the quotes of annotations in the article that Clean made, each at the place nearest to the sentence that states the act.</summary>
public static class GoldResolver
{
    /// <summary>A sentence is seldom longer: what is quoted is looked for within so many characters of the evidence first.</summary>
    private const int SentenceLength = 400;

    /// <summary>The records of one article of a page, with their places.</summary>
    public static ImmutableArray<ResolvedGold> Resolve(CorpusDocument document, Article article)
    {
        var finder = new QuoteFinder(article.Text);
        return [.. document.Records.Where(r => r.Article == article.Number).Select(r => Resolve(r, finder))];
    }

    /// <summary>One record in one text.</summary>
    public static ResolvedGold Resolve(GoldRecord record, QuoteFinder finder)
    {
        var lost = ImmutableArray.CreateBuilder<string>();
        var evidence = ImmutableArray.CreateBuilder<TextRange>();
        foreach (var quote in record.Evidence)
            if (finder.Find(quote) is { } range)
                evidence.Add(range);
            else
                lost.Add("evidence");
        var near = evidence.Count > 0 ? new TextRange(evidence[0].Start, evidence[0].Start + SentenceLength) : new TextRange(0, SentenceLength);

        TextRange? Place(string field, string? quote)
        {
            if (quote is null)
                return null;
            var place = finder.Nearest(quote, near);
            if (place is null)
                lost.Add(field);
            return place;
        }

        // The target may stand in any of its sentences: the nearest to one of them.
        var words = record.TargetText ?? record.Target;
        TextRange? target = null;
        foreach (var sentence in evidence)
        {
            var place = finder.Nearest(words, new TextRange(sentence.Start, sentence.Start + SentenceLength));
            if (place is { } p && (target is null || p.Start >= sentence.Start && p.Start < sentence.Start + SentenceLength && target.Value.Start < evidence[0].Start))
                target = p;
        }

        target ??= Place("target", words);
        var role = record.TargetRole is null ? null : finder.Nearest(record.TargetRole, target ?? near);
        return new ResolvedGold(
            record,
            Place("actor_text", record.ActorText),
            Place("action_text", record.ActionText),
            target,
            role,
            Place("date_text", record.DateText),
            Place("justification", record.Justification),
            evidence.ToImmutable(),
            lost.ToImmutable());
    }
}
