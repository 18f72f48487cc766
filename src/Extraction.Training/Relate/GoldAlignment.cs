using Extraction.Documents;
using Extraction.Relate.Anchors;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Training.Relate;

/// <summary>
/// Finds where an article says what its annotation says: which anchors of a sentence state which records, and which
/// nominals name their targets.
/// </summary>
public sealed class GoldAlignment
{
    readonly DocumentView document;
    readonly Dictionary<int, List<TrainingRecord>> bySentence = [];
    readonly Dictionary<(int, int), List<TrainingRecord>> byAnchor = [];
    readonly HashSet<(int, int)> unclear = [];
    readonly Dictionary<(int Sentence, int Anchor), TargetAlignment> targets = [];

    public GoldAlignment(DocumentView document, IReadOnlyList<TrainingRecord> records)
    {
        this.document = document;
        foreach (var record in records)
            foreach (var s in document.Sentences.Where(s => record.Evidence.Any(e => e.Overlaps(s.Sentence.Range))))
            {
                if (!bySentence.TryGetValue(s.Number, out var list)) bySentence[s.Number] = list = [];
                list.Add(record);
            }

        foreach (var (number, list) in bySentence) AlignSentence(document.Sentences[number], list);
    }

    public IReadOnlyList<TrainingRecord> RecordsOf(SentenceView s) => bySentence.GetValueOrDefault(s.Number) ?? [];

    /// <summary>The records that an anchor states; none where it states none.</summary>
    public IReadOnlyList<TrainingRecord> RecordsOf(Anchor anchor) =>
        anchor.IsContinuation ? RecordsOf(anchor.Sentence) : byAnchor.GetValueOrDefault((anchor.Sentence.Number, anchor.Token)) ?? [];

    /// <summary>True where the annotation does not settle whether this anchor states an act: no example is made of it.</summary>
    public bool IsUnclear(Anchor anchor) => unclear.Contains((anchor.Sentence.Number, anchor.Token));

    /// <summary>What the annotation says of a nominal as a target of an anchor's records.</summary>
    public TargetAlignment TargetsOf(Anchor anchor)
    {
        var key = (anchor.Sentence.Number, anchor.IsContinuation ? -1 : anchor.Token);
        if (!targets.TryGetValue(key, out var found)) targets[key] = found = new(anchor.Sentence, RecordsOf(anchor));
        return found;
    }

    void AlignSentence(SentenceView s, List<TrainingRecord> records)
    {
        var anchors = AnchorFinder.Find(s);
        foreach (var record in records)
        {
            var stated = anchors.Where(a => IsPlausible(a, record)).ToList();
            var said = ActionRanges(s, record);
            var exact = stated.Where(a => said.Any(r => r.Overlaps(s[a.Token].Range))).ToList();
            if (exact.Count == 0) exact = stated.Where(a => said.Any(r => r.Overlaps(s[a.Predicate].Range)) && a.Word!.IsCore).ToList();
            if (exact.Count == 0) exact = stated.Where(a => a.Word!.IsCore).ToList();
            if (exact.Count == 0) exact = stated.Where(a => a.Word!.Act == record.Action && a.Word.Lemma is not ("include" or "inclusion" or "go" or "name")).ToList();
            foreach (var a in exact)
            {
                if (!byAnchor.TryGetValue((s.Number, a.Token), out var list)) byAnchor[(s.Number, a.Token)] = list = [];
                list.Add(record);
            }
        }

        // A word that could have stated one of the records, but was not what the annotator pointed at.
        foreach (var a in anchors)
            if (!byAnchor.ContainsKey((s.Number, a.Token)) && records.Exists(r => IsPlausible(a, r))) unclear.Add((s.Number, a.Token));
    }

    static bool IsPlausible(Anchor a, TrainingRecord record) => a.Word!.Act is null || a.Word.Act == record.Action || (a.Word.IsCore && record.Action != ActKind.Impose);

    List<TextRange> ActionRanges(SentenceView s, TrainingRecord record)
    {
        var found = new List<TextRange>();
        if (record.ActionText is not { Length: > 0 } words) return found;
        var range = s.Sentence.Range;
        var at = document.Text.IndexOf(words, range.Start, StringComparison.Ordinal);
        if (at >= 0 && at < range.End) found.Add(new(at, at + words.Length));
        return found;
    }
}
