using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>
/// What is done to the entries of a published list is said once, above them. The network, which reads entry after entry of fields and numbers, loses it
/// from sight; so what it reads at the first entry stands for all that the same sentence introduces.
/// </summary>
static class ListedActs
{
    /// <summary>Carries act and status of each list's first entry to the others; their actors and targets stay.</summary>
    public static void Carry(List<ReadSpan> read)
    {
        var first = new Dictionary<SentenceView, ReadSpan>();
        for (var i = 0; i < read.Count; i++)
        {
            var (span, own) = (read[i].Span, read[i].Proposals);
            if (own.Count == 0 || !ListEntries.IsEntry(span.Sentence, span.First) || !ListEntries.IsListed(span.Sentence, out var above) || first.TryAdd(above, read[i])) continue;
            var act = first[above].Proposals[0];
            read[i] = read[i] with
            {
                Proposals = own.ConvertAll(p => p with
                {
                    Action = act.Action,
                    Status = act.Status,
                    ActP = p.Action == act.Action ? Math.Max(p.ActP, act.ActP) : act.ActP,
                    StatusP = p.Status == act.Status ? Math.Max(p.StatusP, act.StatusP) : act.StatusP,
                }),
            };
        }
    }
}
