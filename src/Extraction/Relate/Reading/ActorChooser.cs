using Extraction.Knowledge;
using Extraction.Learning.Neural;
using Extraction.Relate.Actors;

namespace Extraction.Relate.Reading;

/// <summary>Chooses the authorities that act upon a target.</summary>
sealed class ActorChooser(RelateOptions options)
{
    /// <summary>The likeliest authority, and those that act with it. The probability of an authority is that of its mentions together; its words are those of the likeliest one.</summary>
    public List<(Authority Authority, double P)> Choose(Tensor scores, PairInputs inputs, IReadOnlyList<Mention> mentions, int first, int end)
    {
        var p = Choice.AmongRows(scores, first, end);
        var byName = new Dictionary<string, (Authority Authority, double P, double Top)>(StringComparer.Ordinal);
        for (var i = first; i < end; i++)
        {
            var (s, m) = mentions[inputs.Candidate[i]];
            var mine = p[i - first];
            var known = byName.GetValueOrDefault(m.Entry.Name);
            // A law or list tells who acts, but its words do not name them.
            var named = m.Entry.Kind == AuthorityKind.Instrument ? 0 : mine;
            var authority = known.Authority is null || named > known.Top
                ? named > 0 ? new Authority(m.Entry.Name, m.Entry.Code, m.Entry.Agency, s, m.First, m.End) : new(m.Entry.Name, m.Entry.Code, null, null, 0, 0)
                : known.Authority;
            byName[m.Entry.Name] = (authority, known.P + mine, Math.Max(known.Top, named));
        }

        var ranked = byName.Values.OrderByDescending(x => x.P).ThenBy(x => x.Authority.Name, StringComparer.Ordinal).ToList();
        var chosen = ranked.FindAll(x => x.P >= options.MinSecondActor * ranked[0].P);
        // Joint actors share the probability of all of them: none is the less likely for the others.
        var together = chosen.Sum(x => x.P);
        return chosen.ConvertAll(x => (x.Authority, together * x.P / ranked[0].P));
    }
}
