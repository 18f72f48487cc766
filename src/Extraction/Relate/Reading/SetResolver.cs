using Extraction.Documents;
using Extraction.Relate.Anchors;
using Extraction.Relate.Merge;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Reading;

/// <summary>What is read at a span.</summary>
/// <param name="Span">A target, a pronoun, or the word of an act without an object.</param>
/// <param name="P">Its probability.</param>
/// <param name="Proposals">One for each authority that acts.</param>
/// <param name="Referents">Of what stands for a name all names that it may stand for, the likeliest first.</param>
sealed record ReadSpan(Span Span, double P, List<Proposal> Proposals, IReadOnlyList<Referent> Referents)
{
    /// <summary>What its words say of a set; null where they mean nothing named before.</summary>
    public SetMention? Set { get; } = SetMention.Of(Span);

    /// <summary>What is read there, by the likeliest authority; null where none acts.</summary>
    public (string Actor, ActKind Action, ActStatus Status)? Act => Proposals is [var p, ..] ? (p.Actor.Name, p.Action, p.Status) : null;
}

/// <summary>Finds what a set that is not named again consists of: "Britain followed with the same four names" is four records.</summary>
static class SetResolver
{
    /// <summary>From this probability a target is a member of a set, and a doubtful one, without which a set would not be as many as it says.</summary>
    const double LeastMember = 0.3, LeastDoubtful = 0.1;

    /// <summary>A set larger than this is not spelt out.</summary>
    const int Most = 100;

    /// <summary>Sentences from one target of an act to the next within a set.</summary>
    const int Gap = 1;

    /// <summary>An act without an object hits several where the second is so likely, measured by the likeliest.</summary>
    const double Shared = 0.3;

    /// <summary>What is left of the probability of a set whose members are not found.</summary>
    const double Unsolved = 0.7;

    sealed record Member(Span Span, Nominal Target, string Key, TargetType Type, TargetType Called, int? Weight, double P, (string Actor, ActKind Action, ActStatus Status) Act);

    /// <summary>The proposals of all spans, in order; those of a set once for each of its members.</summary>
    public static IEnumerable<Proposal> Resolve(DocumentView document, List<ReadSpan> spans)
    {
        var sets = SetsOf(document, spans);
        foreach (var read in spans)
        {
            if (sets.TryGetValue(read, out var members))
            {
                var likely = LikelihoodOf(members, read);
                foreach (var m in members)
                    foreach (var p in read.Proposals) yield return p with { Target = m.Target, Type = m.Called, TargetP = likely };
                continue;
            }

            // "Britain listed the same two": the verb, taken for an act without an object, says no more than its object does.
            if (ReferentChooser.StandsForAnother(read.Span) && sets.Keys.Any(set => set.Span.Sentence == read.Span.Sentence && set.Act == read.Act)) continue;
            var share = IsUnsolved(read) ? Unsolved : 1;
            foreach (var p in read.Proposals) yield return share == 1 ? p : p with { TargetP = p.TargetP * share };
        }
    }

    static Dictionary<ReadSpan, List<Member>> SetsOf(DocumentView document, List<ReadSpan> spans)
    {
        var sets = new Dictionary<ReadSpan, List<Member>>(ReferenceEqualityComparer.Instance);
        List<Member>? members = null;
        foreach (var read in spans)
            if (read.Proposals.Count > 0 && read.Set is { } set && Find(set, read, members ??= MembersOf(spans, new(document))) is { } found) sets[read] = found;
        return sets;
    }

    // What counts its members is surely those; who "they" are is as sure as the names that they may stand for.
    static double LikelihoodOf(List<Member> set, ReadSpan read) =>
        read.P * (read.Set?.Count is not null || read.Referents.Count == 0 ? 1 : read.Referents.Where(r => set.Exists(m => Names(m, r))).Sum(r => r.P));

    // "The pair", and who they are is not found: hardly what a record calls its target.
    static bool IsUnsolved(ReadSpan read) => read.Referents.Count == 0 && read.Set is { Kind: SetKind.Said };

    static List<Member> MembersOf(List<ReadSpan> spans, TargetIndex index)
    {
        var members = new List<Member>();
        foreach (var read in spans)
        {
            if (read.Act is not { } act || ReferentChooser.StandsForAnother(read.Span) || read.Set is not null) continue;
            var p = read.Proposals[0];
            if (p.P < LeastDoubtful || index.Fullest(p.Target, []) is not { } full) continue;
            members.Add(new(read.Span, p.Target, TargetNames.Normalize(full), TypeOf(p), p.Type, WeightOf(p.Target), p.P, act));
        }

        return members;
    }

    static TargetType TypeOf(Proposal p) => p.Type == TargetType.Group ? SetMention.TypeOf(p.Target.Sentence.Lemma(p.Target.Head).ToLowerInvariant()) ?? p.Type : p.Type;

    // How many a target is; null for "several officials".
    static int? WeightOf(Nominal n) => Descriptions.Number(n) is { } number && n.Kind == NominalKind.Common ? Numerals.Value(number) : n.Kind == NominalKind.Common && n.Sentence.Xpos(n.Head) is "NNS" or "NNPS" ? null : 1;

    static List<Member>? Find(SetMention set, ReadSpan read, List<Member> all)
    {
        var sure = all.FindAll(m => m.P >= LeastMember);
        var found = set.Count is not { } count ? null : AsMany(Fit(sure, set), read, count) ?? AsMany(Fit(all, set), read, count) ?? (set.Type is TargetType.Person or TargetType.Organization ? AsMany(sure, read, count) : null);
        if (found is null && (set.Count is null || read.Referents.Count > 0)) found = Run(Fit(sure, set).FindAll(m => IsBefore(m, read)), read, set);
        return found is { Count: > 1 and <= Most } ? found : null;
    }

    static List<Member> Fit(List<Member> members, SetMention set) => members.FindAll(m => set.Type is null || m.Type == set.Type);

    static bool IsBefore(Member m, ReadSpan read) =>
        m.Span.Sentence.Number < read.Span.Sentence.Number || (m.Span.Sentence == read.Span.Sentence && m.Span.End <= read.Span.First);

    static List<Member>? AsMany(List<Member> members, ReadSpan read, int count)
    {
        members = [.. members.GroupBy(m => m.Act).SelectMany(act => act.Except(SpeltOut([.. act])))];
        return Counted(members.FindAll(m => IsBefore(m, read)), count) ?? Counted(members.FindAll(m => !IsBefore(m, read)), count, ahead: true);
    }

    // Of all acts the nearest targets of one that are as many as the set says.
    static List<Member>? Counted(List<Member> members, int count, bool ahead = false) =>
        members.GroupBy(m => m.Act).Select(act => Window([.. act], count, ahead)).OfType<List<Member>>().MinBy(set => ahead ? set[0].Span.Sentence.Number : -set[^1].Span.Sentence.Number);

    // Targets of one act, whole sentences of them, as near as may be.
    static List<Member>? Window(List<Member> act, int count, bool ahead)
    {
        var sentences = act.GroupBy(m => m.Span.Sentence.Number).OrderBy(g => ahead ? g.Key : -g.Key).Select(g => g.ToList()).ToList();
        for (var from = 0; from < sentences.Count; from++)
        {
            var window = new List<Member>();
            for (var i = from; i < sentences.Count; i++)
            {
                window.InsertRange(ahead ? window.Count : 0, sentences[i]);
                var set = Distinct(window);
                if (set.Exists(m => m.Weight is null)) break;
                var size = set.Sum(m => m.Weight);
                if (size == count) return set;
                if (size > count) break;
            }
        }

        return null;
    }

    // The targets of one act in the nearest sentences before it without a gap.
    static List<Member>? Run(List<Member> members, ReadSpan read, SetMention set)
    {
        if (members.Count == 0) return null;
        var last = read.Referents is [var likeliest, ..] ? members.FindLast(m => Names(m, likeliest)) : members[^1];
        if (last is null) return null;
        var run = new List<Member>();
        var act = members.FindAll(m => m.Act == last.Act);
        var at = act.IndexOf(last);
        for (var i = at; i < act.Count && (i == at || act[i].Span.Sentence.Number - act[i - 1].Span.Sentence.Number <= Gap); i++) run.Add(act[i]);
        for (var i = at - 1; i >= 0 && act[i + 1].Span.Sentence.Number - act[i].Span.Sentence.Number <= Gap; i--) run.Insert(0, act[i]);

        run = Distinct(run);
        if (run.Count < 2) return null;
        if (read.Referents.Count == 0) return run;
        var same = IsSame(read.Span.Sentence);
        if (set.Kind == SetKind.Unsaid && !same && !(IsEcho(read.Span.Sentence) && read.Referents.Skip(1).Any(r => r.P >= Shared * read.Referents[0].P && run.Exists(m => Names(m, r))))) return null;
        run.RemoveAll(m => set.Kind == SetKind.Said && !same ? Family(m.Type) != Family(last.Type) : m.Type == TargetType.Country != (last.Type == TargetType.Country));
        return run;
    }

    // "They" are people, or companies, or countries; of a list of both it is hard to tell who is meant.
    static TargetType Family(TargetType type) => type == TargetType.Group ? TargetType.Person : type;

    // "Canada also …", "Britain earlier …": what was done before is done by another.
    static bool IsEcho(SentenceView s)
    {
        for (var i = 0; i < s.Count; i++)
            if (s.Lemma(i).ToLowerInvariant() is "same" or "similar" or "identical" or "also" or "likewise" or "too" or "follow" or "join" or "match" or "mirror" or "copy" or "echo" or "align" or "well" or "already" or "earlier" or "previously" or "adopt") return true;
        return false;
    }

    // "took the same step", "did the same", "followed suit": upon all whom the step before it hit.
    static bool IsSame(SentenceView s)
    {
        for (var i = 0; i < s.Count; i++)
            switch (s.Lemma(i).ToLowerInvariant())
            {
                case "suit" when i > 0 && s.Lemma(i - 1) == "follow": return true;
                case "same" or "identical" when s.Head(i) is >= 0 and var head && (s.Upos(head) is Upos.Verb or Upos.Num || SetMention.TypeOf(s.Lemma(head).ToLowerInvariant()) is not null || s.Lemma(head).ToLowerInvariant() is "step" or "measure" or "decision" or "action" or "move" or "sanction" or "restriction" or "thing" or "list"): return true;
                default: break;
            }

        return false;
    }

    static bool Names(Member m, Referent r) => (m.Target.Kind == NominalKind.Country) == (r.Target.Kind == NominalKind.Country) && ReferentReader.Key(m.Target) == ReferentReader.Key(r.Target);

    static List<Member> Distinct(List<Member> members)
    {
        var distinct = members.DistinctBy(m => m.Key).ToList();
        return [.. distinct.Except(SpeltOut(distinct))];
    }

    // "Six officials" whose names are all given, "A and four others" with four names below, are those names.
    static IEnumerable<Member> SpeltOut(List<Member> members)
    {
        var named = members.FindAll(m => m.Target.Kind != NominalKind.Common).DistinctBy(m => m.Key).ToList();
        return members.Where(m => m.Weight is > 1 && (m.Weight == named.Count || m.Weight == named.Count(n => n.Span.Sentence != m.Span.Sentence)));
    }
}
