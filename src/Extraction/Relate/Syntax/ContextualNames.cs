using System.Collections.Immutable;
using Extraction.Knowledge;

namespace Extraction.Relate.Syntax;

/// <summary>
/// Says whom names like "the bloc", "the Council" or "the Treasury" stand for: of those that the words may name the one that the
/// article named last before, else the one it names later. Where it names none of them, only an agency's name stands by itself.
/// "The Council" that adopts restrictive measures is the European Union's, which speaks so, unless the article names another council in full.
/// </summary>
sealed class ContextualNames(AuthorityLexicon lexicon, string text)
{
    /// <summary>The European Union's own words for sanctions.</summary>
    readonly bool isInUnionTerms = text.Contains("restrictive measures", StringComparison.OrdinalIgnoreCase) || text.Contains("CFSP", StringComparison.Ordinal);

    public void Resolve(ImmutableArray<SentenceView> sentences)
    {
        if (!sentences.Any(s => s.Authorities.Any(IsContextual))) return;
        var named = new Dictionary<string, List<(int Sentence, int Token)>>(StringComparer.Ordinal);
        var agencies = new HashSet<(string, string)>();
        foreach (var s in sentences)
            foreach (var m in s.Authorities.Where(m => !IsContextual(m)))
            {
                if (!named.TryGetValue(m.Entry.Name, out var places)) named[m.Entry.Name] = places = [];
                places.Add((s.Number, m.First));
                if (m.Entry.Agency is { } agency) agencies.Add((m.Entry.Name, agency));
            }

        foreach (var s in sentences)
            if (s.Authorities.Any(IsContextual)) s.Resolve(m => IsContextual(m) ? Reading(m.Entry, (s.Number, m.First), named, agencies) : m.Entry);
    }

    static bool IsContextual(AuthorityMention m) => m.Entry.Kind == AuthorityKind.Contextual;

    AuthorityEntry? Reading(AuthorityEntry entry, (int Sentence, int Token) at, Dictionary<string, List<(int Sentence, int Token)>> named, HashSet<(string, string)> agencies)
    {
        AuthorityEntry? best = null;
        var nearest = (int.MinValue, 0);
        var readings = lexicon.Readings(entry);
        foreach (var reading in readings)
        {
            if (!named.TryGetValue(reading.Name, out var places)) continue;
            if (isInUnionTerms && reading != readings[0] && reading.Agency is { } agency && !agencies.Contains((reading.Name, agency))) continue;
            var last = places.FindLastIndex(p => p.CompareTo(at) < 0);
            var near = last >= 0 ? places[last] : (-places[0].Sentence - 1, -places[0].Token);
            if (best is null || near.CompareTo(nearest) > 0) (best, nearest) = (reading, near);
        }

        return best ?? readings.FirstOrDefault(r => r.Agency is not null);
    }
}
