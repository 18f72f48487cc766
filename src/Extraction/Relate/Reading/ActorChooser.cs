using Extraction.Knowledge;
using Extraction.Learning.Neural;
using Extraction.Relate.Actors;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>An authority that acts upon a target.</summary>
/// <param name="Authority">Who.</param>
/// <param name="P">Its probability.</param>
/// <param name="Together">Names of all that act jointly, this one included.</param>
readonly record struct ChosenActor(Authority Authority, double P, IReadOnlyList<string> Together);

/// <summary>Chooses the authorities that act upon a target.</summary>
sealed class ActorChooser(RelateOptions options)
{
    const int LeastJoint = 3;
    const double MostOfList = 0.7;

    sealed record Known(AuthorityEntry Entry, Authority Authority, double P, double Top, List<Mention> Mentions);

    /// <summary>The likeliest authority, and those that act with it. The probability of an authority is that of its mentions together; its words are those of the likeliest one.</summary>
    public List<ChosenActor> Choose(Tensor scores, PairInputs inputs, IReadOnlyList<Mention> mentions, int first, int end)
    {
        var p = Choice.AmongRows(scores, first, end);
        var byName = new Dictionary<string, Known>(StringComparer.Ordinal);
        for (var i = first; i < end; i++)
        {
            var (s, m) = mentions[inputs.Candidate[i]];
            var mine = p[i - first];
            var known = byName.GetValueOrDefault(m.Entry.Name);
            // A law or list tells who acts, but its words do not name them.
            var named = m.Entry.Kind == AuthorityKind.Instrument ? 0 : mine;
            var authority = known is null || named > known.Top
                ? named > 0 ? new Authority(m.Entry.Name, m.Entry.Code, m.Entry.Agency, s, m.First, m.End) : new(m.Entry.Name, m.Entry.Code, null, null, 0, 0)
                : known.Authority;
            List<Mention> places = known?.Mentions ?? [];
            places.Add(mentions[inputs.Candidate[i]]);
            byName[m.Entry.Name] = new(m.Entry, authority, (known?.P ?? 0) + mine, Math.Max(known?.Top ?? 0, named), places);
        }

        var ranked = byName.Values.OrderByDescending(x => x.P).ThenBy(x => x.Authority.Name, StringComparer.Ordinal).ToList();
        var top = ranked[0];
        var listed = ranked.FindAll(x => x == top || (x.P >= options.MinListedActor * top.P && AreListed(top, x)));
        // Whoever stands in a list of which most act jointly does so too.
        if (listed.Count >= LeastJoint && ranked.FindAll(x => x == top || AreListed(top, x)) is var list && listed.Count >= list.Count * MostOfList) listed = list;
        var chosen = ranked.FindAll(x => listed.Contains(x) || x.P >= options.MinSecondActor * top.P);
        // Joint actors share the probability of all of them: none is the less likely for the others.
        var together = chosen.Sum(x => x.P);
        string[] names = [.. listed.Select(x => x.Authority.Name)];
        return [.. chosen.SelectMany(x => EachOf(x, listed.Contains(x) ? new(x.Authority, together, names) : new(x.Authority, together * x.P / top.P, [x.Authority.Name]))).DistinctBy(x => x.Authority.Name)];
    }

    // "The Baltic states" are three.
    static IEnumerable<ChosenActor> EachOf(Known known, ChosenActor chosen)
    {
        if (known.Entry.Members.IsEmpty) return [chosen];
        string[] names = [.. chosen.Together.Where(name => name != known.Entry.Name), .. known.Entry.Members.Select(m => m.Name)];
        return known.Entry.Members.Select(m => chosen with { Authority = chosen.Authority with { Name = m.Name, Code = m.Code }, Together = names });
    }

    static bool AreListed(Known a, Known b) => a.Mentions.Exists(x => b.Mentions.Exists(y => x.Sentence == y.Sentence && AreListed(x.Sentence, x.Words, y.Words)));

    // "The United States, Britain and Canada": nothing but authorities and what joins them stands between.
    static bool AreListed(SentenceView s, AuthorityMention a, AuthorityMention b)
    {
        var (first, end) = a.First < b.First ? (a.End, b.First) : (b.End, a.First);
        for (var i = first; i < end; i++)
            if (s.AuthorityAt(i) < 0 && s.Form(i) is not ("," or "and" or "&" or "the")) return false;
        return end > first;
    }
}
