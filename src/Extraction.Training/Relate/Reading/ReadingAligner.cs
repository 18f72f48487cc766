using System.Text;
using Extraction.Documents;
using Extraction.Relate.Anchors;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;
using Extraction.Training.Evaluation;

namespace Extraction.Training.Relate.Reading;

/// <summary>Finds the words of an article that its annotation speaks of.</summary>
public static class ReadingAligner
{
    /// <summary>Sentences, or lines of a list, after an introducing sentence in which its names are looked for.</summary>
    const int ListReach = 40;

    public static ReadingLabels Align(DocumentView document, IReadOnlyList<TrainingRecord> records)
    {
        var spans = new Dictionary<(int Sentence, int First, int End), LabelledSpan>();
        var marks = document.Sentences.ToDictionary(s => s.Number, s => new int[s.Count]);
        var unnamed = new List<TrainingRecord>();
        var again = new List<TrainingRecord>();
        foreach (var record in records)
        {
            var any = false;
            foreach (var s in document.Sentences.Where(s => record.Evidence.Any(e => e.Overlaps(s.Sentence.Range))))
            {
                if (!record.Optional) MarkAll(marks[s.Number], Mark.Evidence);
                if (record.ActionText is { } action) Set(s, marks, action, Mark.Trigger);
                if (record.ActorText is { } actor) Set(s, marks, actor, Mark.Actor);
                if (record.DateText is { } date) Set(s, marks, date, Mark.Date);
                if (TargetIn(s, record, pronouns: true) is not { } span) continue;
                Label(spans, span, record);
                any = true;
            }

            if (any)
            {
                again.Add(record);
                continue;
            }

            if (InList(document, record) is { } listed) Label(spans, listed, record);
            else if (IsNamed(document, record)) unnamed.Add(record);
        }

        foreach (var reason in records.Where(r => !r.Optional && r.Reasons[0] is not null).Select(r => r.Reasons[0]!).Distinct())
            foreach (var s in document.Sentences)
                if (Find(s, reason) is { } found) MarkReason(marks[s.Number], found);
        var named = WithoutOverlaps([.. spans.Values]);
        unnamed.AddRange(again.Where(r => IsSecond(r, named) && IsNamed(document, r)));
        return new() { Spans = [.. named.Concat(Implicit(document, unnamed, named)).OrderBy(k => k.Span.Sentence.Number).ThenBy(k => k.Span.First)], Marks = marks, Reasons = ReasonsOf(document, records) };
    }

    static Dictionary<string, List<(int Sentence, int First)>> ReasonsOf(DocumentView document, IReadOnlyList<TrainingRecord> records)
    {
        var places = new Dictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        foreach (var reason in records.SelectMany(r => r.Reasons).OfType<string>().Distinct())
        {
            places[reason] = [];
            foreach (var s in document.Sentences)
                if (Find(s, reason) is { } found) places[reason].Add((s.Number, found.First));
        }

        return places;
    }

    // A span tells one act: of several upon the same target the others must be told by their own words.
    static bool IsSecond(TrainingRecord record, List<LabelledSpan> named) =>
        !record.Optional && named.Where(l => l.Records.Contains(record)).ToList() is { Count: > 0 } spans
        && spans.TrueForAll(l => l.Records.Find(r => !r.Optional) is { } first && first != record && (first.Action != record.Action || first.Status != record.Status));

    static bool IsNamed(DocumentView document, TrainingRecord record) =>
        document.Sentences.Any(s => NominalFinder.Find(s).Any(n => n.Kind is NominalKind.Name or NominalKind.Country && Names(n, record)));

    /// <summary>True if a mention names the target of a record.</summary>
    public static bool Names(Nominal n, TrainingRecord record) =>
        record.TargetNames.Any(g => Comparing.TargetLikeness(n.Canonical ?? TargetNames.Display(n), g, record.TargetType) >= Comparing.LeastTarget);

    static List<LabelledSpan> Implicit(DocumentView document, List<TrainingRecord> records, List<LabelledSpan> named)
    {
        var found = new Dictionary<(int, int), LabelledSpan>();
        foreach (var record in records)
            foreach (var s in document.Sentences.Where(s => record.Evidence.Any(e => e.Overlaps(s.Sentence.Range))))
            {
                if (ActWord(s, record) is not (>= 0 and var at) || named.Exists(k => k.Span.Sentence == s && k.Span.First <= at && at < k.Span.End)) continue;
                var span = new Span(s, at, at + 1, at);
                if (!ReferentChooser.StandsForAnother(span)) continue;
                if (!found.TryGetValue((s.Number, at), out var labelled)) found[(s.Number, at)] = labelled = new(span, [], IsImplicit: true);
                labelled.Records.Add(record);
            }

        return [.. found.Values];
    }

    // The head of the words that state the act, else the sentence's trigger of that act.
    static int ActWord(SentenceView s, TrainingRecord record)
    {
        if (record.ActionText is { } words && Find(s, words) is { } said)
        {
            var head = s.HeadOf(said.First, said.End);
            for (var i = said.First; i < said.End; i++)
                if (ReferentChooser.StandsForAnother(new(s, i, i + 1, i)) && (i == head || !ReferentChooser.StandsForAnother(new(s, head, head + 1, head))) && s.Upos(i) is Upos.Verb or Upos.Aux) return i;
            if (ReferentChooser.StandsForAnother(new(s, head, head + 1, head))) return head;
        }

        var anchors = AnchorFinder.Find(s).Where(a => a.Word!.Act == record.Action || a.Word.IsCore).Select(a => a.Predicate).Where(i => ReferentChooser.StandsForAnother(new(s, i, i + 1, i))).ToList();
        return anchors.Count > 0 ? anchors[0] : -1;
    }

    static void Label(Dictionary<(int Sentence, int First, int End), LabelledSpan> spans, Span span, TrainingRecord record)
    {
        var key = (span.Sentence.Number, span.First, span.End);
        if (!spans.TryGetValue(key, out var labelled)) spans[key] = labelled = new(span, []);
        labelled.Records.Add(record);
    }

    // "The following persons:" is the evidence; the names stand in the lines below.
    static Span? InList(DocumentView document, TrainingRecord record)
    {
        var said = document.Sentences.Where(s => record.Evidence.Any(e => e.Overlaps(s.Sentence.Range))).Select(s => s.Number).ToList();
        if (said.Count == 0) return null;
        foreach (var s in document.Sentences.Where(s => s.Number > said[0] && s.Number <= said[0] + ListReach))
            if ((s.Kind is BlockKind.ListItem or BlockKind.TableRow or BlockKind.Heading || s.Number == said[0] + 1) && TargetIn(s, record, pronouns: false) is { } span) return span;
        return null;
    }

    static void MarkAll(int[] marks, int mark)
    {
        for (var i = 0; i < marks.Length; i++) marks[i] |= mark;
    }

    static void MarkReason(int[] marks, (int First, int End) found)
    {
        for (var i = found.First; i < found.End; i++) marks[i] |= i == found.First ? Mark.Reason | Mark.ReasonStart : Mark.Reason;
    }

    static void Set(SentenceView s, Dictionary<int, int[]> marks, string words, int mark)
    {
        if (Find(s, words) is not { } found) return;
        for (var i = found.First; i < found.End; i++) marks[s.Number][i] |= mark;
    }

    // Longer ones first; of equal ones the records that count.
    static List<LabelledSpan> WithoutOverlaps(List<LabelledSpan> spans)
    {
        var kept = new List<LabelledSpan>();
        foreach (var s in spans.OrderBy(s => s.IsOptional).ThenByDescending(s => s.Span.End - s.Span.First).ThenBy(s => s.Span.First))
            if (!kept.Exists(k => k.Span.Sentence == s.Span.Sentence && k.Span.First < s.Span.End && s.Span.First < k.Span.End)) kept.Add(s);
        return [.. kept.OrderBy(k => k.Span.Sentence.Number).ThenBy(k => k.Span.First)];
    }

    static Span? TargetIn(SentenceView s, TrainingRecord record, bool pronouns)
    {
        foreach (var name in record.TargetNames.Distinct().OrderByDescending(n => n.Length))
        {
            if (FindAll(s, name) is not { Count: > 0 } found) continue;
            var (first, end) = found.Count == 1 ? found[0] : NearestToAct(s, found, record);
            return At(s, first, end);
        }

        Nominal? best = null;
        var top = 0.6;
        foreach (var n in NominalFinder.Find(s))
        {
            if (n.Kind == NominalKind.Anaphor) continue;
            var score = record.TargetNames.Max(g => Comparing.TargetLikeness(TargetNames.Display(n), g, record.TargetType));
            if (score > top) (best, top) = (n, score);
        }

        if (best is null && pronouns)
        {
            var may = NominalFinder.Find(s).Where(n => n.Kind == NominalKind.Anaphor && MayMean(n, record) && IsHit(s, n.Head)).ToList();
            if (may.Count == 1) best = may[0];
        }

        return best is null ? null : At(s, best.First, best.End);
    }

    // "Iran said the sanctions on Iran".
    static (int First, int End) NearestToAct(SentenceView s, List<(int First, int End)> found, TrainingRecord record)
    {
        (int First, int End)? act = record.ActionText is { } words && Find(s, words) is { } said ? said : ActWord(s, record) is >= 0 and var at ? (at, at + 1) : null;
        return act is { } a ? found.MinBy(f => f.First >= a.End ? f.First - a.End : Math.Max(0, a.First - f.End)) : found[0];
    }

    // "sanctions on the country" as well as "banned the country".
    static bool IsHit(SentenceView s, int i) => s.Deprel(i) is "obj" or "iobj" or "obl" or "nsubj:pass" || (s.Is(i, "nmod") && s.Upos(i) == Upos.Noun && s.TriggerAt(s.Head(i)) is not null);

    static bool MayMean(Nominal n, TrainingRecord record) => n.Sentence.Lemma(n.First) switch
    {
        _ when n.Sentence.Upos(n.First) == Upos.Noun => string.Equals(n.Type.ToString(), record.TargetType, StringComparison.OrdinalIgnoreCase),
        "he" or "she" or "him" or "her" => record.TargetType == "person",
        "it" => record.TargetType is "organization" or "country" or "vessel",
        _ => record.TargetType == "group",
    };

    static Span At(SentenceView s, int first, int end)
    {
        while (first < end - 1 && s.Form(first) is "the" or "The" or "a" or "A" or "an" or "An") first++;
        return new(s, first, end, s.HeadOf(first, end));
    }

    /// <summary>The tokens of a sentence that spell these words, punctuation and case aside; or null.</summary>
    static (int First, int End)? Find(SentenceView s, string words) => FindAll(s, words) is [var first, ..] ? first : null;

    static List<(int First, int End)> FindAll(SentenceView s, string words)
    {
        var wanted = Pieces(words);
        var found = new List<(int, int)>();
        if (wanted.Count == 0) return found;
        var pieces = new List<(string Piece, int Token)>();
        for (var i = 0; i < s.Count; i++) foreach (var p in Pieces(s.Form(i))) pieces.Add((p, i));
        for (var start = 0; start + wanted.Count <= pieces.Count; start++)
        {
            var k = 0;
            while (k < wanted.Count && pieces[start + k].Piece == wanted[k]) k++;
            if (k == wanted.Count) found.Add((pieces[start].Token, pieces[start + k - 1].Token + 1));
        }

        return found;
    }

    static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) piece.Append(char.ToLowerInvariant(c));
            else if (piece.Length > 0)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
        }

        if (piece.Length > 0) pieces.Add(piece.ToString());
        return pieces;
    }
}
