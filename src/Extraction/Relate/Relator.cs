using System.Collections.Frozen;
using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Accept;
using Extraction.Relate.Anchors;
using Extraction.Relate.Dates;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Measures;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Relate.Reasons;
using Extraction.Relate.Roles;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate;

/// <summary>
/// From an annotated article to its sanctions events. The way, top to bottom: the reader proposes (anchor, actor, act,
/// status, target), the merger brings the places of one record together, then each record gets its date, its reason, its
/// role, its measures and objectives. What is learned there is asked of the <see cref="Judge"/>.
/// </summary>
public sealed class Relator(IArticleReader reader, IRelationScorer scorer, RelateKnowledge knowledge, RelateOptions options)
{
    /// <summary>Sentences within which what an act hits belongs to the words that state it.</summary>
    const int Near = 5;

    /// <summary>An article that has no more than one sentence in so many with a plain word of the field is about something else.</summary>
    const int Sparse = 30;

    /// <summary>Tokens of whoever is designated, and of what they are designated as.</summary>
    const int LongestName = 20;

    /// <summary>"acting budget director".</summary>
    const int ShortestOffice = 4;

    /// <summary>What puts people into offices, and elsewhere onto lists.</summary>
    static readonly FrozenSet<string> Appointments = WordLists.Set("appointment");

    /// <summary>How an office is held for a time.</summary>
    static readonly FrozenSet<string> Passing = WordLists.Set("acting");

    /// <summary>What people, places and days are designated as.</summary>
    static readonly FrozenSet<string> Offices = WordLists.Set("designated as");

    /// <summary>Name and version of the models.</summary>
    public string Version { get; } = $"{reader.Version} {scorer.Version}";

    public DocumentEvents Relate(AnnotatedDocument annotated)
    {
        if (!Relevance.Matches(annotated.Text) || !English.Is(annotated.Text)) return new(annotated.Article, []);
        var judge = new ModelJudge(scorer);
        var document = new DocumentView(annotated, knowledge);
        var reading = reader.Read(document);
        var merged = Merged(document, reading.Proposals);
        Weigh(merged, judge);
        return Complete(document, reading.Notes, judge, new ActVotes(merged), merged.FindAll(e => e.Confidence >= options.MinConfidence));
    }

    /// <summary>What the reader proposes, brought together, without what is plainly something else.</summary>
    public static List<MergedEvent> Merged(DocumentView document, IReadOnlyList<Proposal> proposals)
    {
        var merged = EventMerger.Merge(document, proposals);
        if (document.Field.Plain * Sparse <= document.Sentences.Length) KeepGrounded(merged);
        KeepReadable(merged);
        merged.RemoveAll(e => IsNumberOfLine(e.Target));
        merged.RemoveAll(e => e.Proposals.TrueForAll(p => IsToOffice(p.Anchor.Sentence, p.Anchor.Token)));
        return merged;
    }

    // Where an article has words of other fields alone ("banned", "designated"), or one of its own in pages of text, each act must be stated by a
    // sentence with a word that can state it; what else such an act hits may stand in sentences near by ("They include …"), or in the lines of a list.
    static void KeepGrounded(List<MergedEvent> merged)
    {
        var grounded = merged.SelectMany(e => Sentences(e).Where(HasCore).Select(s => (Act: (e.Actor.Name, e.Action, e.Status), s.Number))).ToLookup(x => x.Act, x => x.Number);
        bool IsGrounded(MergedEvent e, SentenceView s) => grounded[(e.Actor.Name, e.Action, e.Status)].Any(n => IsListed(s) || Math.Abs(n - s.Number) <= Near);
        bool CanState(SentenceView s) => HasCore(s) || Relevance.IsPlain(s.Sentence.Range.SpanOf(s.Document.Text));
        merged.RemoveAll(e => !IsListedEntry(e.Target) && !Sentences(e).Any(s => IsGrounded(e, s) || (IsEntry(s) && Introductions(s).Any(above => CanState(above) || ListEntries.IsListing(above)))));
    }

    // The sentence above the list that a line belongs to, and, where each name has a paragraph below it, the one with a colon above them all.
    static IEnumerable<SentenceView> Introductions(SentenceView line)
    {
        var sentences = line.View.Sentences;
        var i = line.Number - 1;
        while (i >= 0 && IsLine(sentences[i])) i--;
        if (i >= 0 && IsLine(line)) yield return sentences[i];
        for (var between = 0; i >= 0 && between <= Near; i--)
        {
            if (IsEntry(sentences[i])) between = 0;
            else if (sentences[i].Form(sentences[i].Count - 1) != ":") between++;
            else
            {
                yield return sentences[i];
                break;
            }
        }
    }

    // "17", the number of a table's row.
    static bool IsNumberOfLine(Nominal target) =>
        IsListed(target.Sentence) && !Enumerable.Range(target.First, target.End - target.First).Any(i => target.Sentence.Form(i).Any(char.IsLetter));

    static bool IsListed(SentenceView s) => s.Kind is BlockKind.ListItem or BlockKind.TableRow;

    // Plain text has no other sign of a list than that its lines are no sentences.
    static bool IsLine(SentenceView s) => IsListed(s) || ListEntries.IsOfIndividual(s) || (s.Kind == BlockKind.Paragraph && s.Count > 0 && s.Form(s.Count - 1) is not ("." or "!" or "?" or ":" or "\""));

    static bool IsListedEntry(Nominal target) => ListEntries.IsEntry(target.Sentence, target.First) && ListEntries.IsListed(target.Sentence);

    static bool IsEntry(SentenceView s) => s.Kind == BlockKind.Heading || IsLine(s);

    // What an English page quotes or repeats in another language.
    static void KeepReadable(List<MergedEvent> merged)
    {
        var readable = merged.SelectMany(e => e.Proposals).Select(p => p.Anchor.Sentence).Distinct().Where(s => English.Is(s.Sentence.Range.SpanOf(s.Document.Text))).ToHashSet();
        merged.RemoveAll(e => !e.Proposals.Exists(p => readable.Contains(p.Anchor.Sentence)));
    }

    static IEnumerable<SentenceView> Sentences(MergedEvent e) => e.Proposals.SelectMany(p => (SentenceView[])[p.Anchor.Sentence, p.Target.Sentence]);

    static bool HasCore(SentenceView s)
    {
        for (var i = 0; i < s.Count; i++)
            if (s.TriggerAt(i) is { IsCore: true } && !IsToOffice(s, i)) return true;
        return false;
    }

    // "designated Wiranto as the nation's security minister", "designated as the host city", "named Mulvaney acting director".
    static bool IsToOffice(SentenceView s, int trigger)
    {
        if (!Appointments.Contains(s.Lemma(trigger))) return false;
        for (var i = trigger + 1; i < s.Count && i <= trigger + LongestName; i++)
        {
            if ((s.Form(i) == "as" && s.Upos(i - 1) != Upos.Cconj) || (s.Form(i) == "be" && s.Form(i - 1) == "to")) return HasOffice(s, i + 1, LongestName);
            if (Passing.Contains(s.Form(i))) return HasOffice(s, i, ShortestOffice);
            // "designated for serving as leader of …".
            if (s.Upos(i) == Upos.Verb) return false;
            // With a comma between them it is the office held until now; with a name behind it, that name's.
            if (IsOffice(s, i) && s.Form(i) == s.Lemma(i) && IsPerson(s, i - 1) && (i + 1 == s.Count || s.NameAt(i + 1) < 0)) return true;
        }

        return false;
    }

    static bool HasOffice(SentenceView s, int first, int most)
    {
        for (var i = first; i < s.Count && i < first + most && (s.Upos(i) is not (Upos.Punct or Upos.Verb or Upos.Adp) || Passing.Contains(s.Form(i))); i++)
            if (IsOffice(s, i)) return true;
        return false;
    }

    static bool IsPerson(SentenceView s, int i) => s.NameAt(i) is >= 0 and var name && s.Names[name].Type == NameType.Person;

    static bool IsOffice(SentenceView s, int i) => s.Upos(i) == Upos.Noun && Offices.Contains(s.Lemma(i));

    static void Weigh(List<MergedEvent> merged, Judge judge)
    {
        var features = new Features();
        var all = new AcceptContext(merged);
        foreach (var e in merged)
        {
            AcceptFeatures.For(features, e, all);
            e.Confidence = judge.Accept(e, features);
        }
    }

    DocumentEvents Complete(DocumentView document, TokenNotes notes, Judge judge, ActVotes votes, List<MergedEvent> merged)
    {
        var dates = new DateChooser(judge, notes, votes);
        var reasons = new ReasonChooser(judge, notes, votes);
        var topics = new TopicChooser(judge);
        var events = ImmutableArray.CreateBuilder<SanctionEvent>(merged.Count);
        var dated = new Dictionary<(string Actor, ActKind, ActStatus, string Target, string? Date), int>();
        foreach (var e in merged)
        {
            var words = new EventWords(document, e);
            var reason = reasons.Choose(document, e);
            var date = dates.Choose(document, e);
            // Acts that were told apart by their dates are one where they have the same date after all.
            var act = (e.Actor.Name, e.Action, e.Status, e.TargetKey, date?.Edtf);
            dated.TryAdd(act, e.Occasion);
            events.Add(new(
                words.Actor,
                e.Action,
                e.Status,
                words.Action,
                TargetNames.Display(e.Target),
                words.Target,
                e.TargetType,
                RoleFinder.Find(e.Target),
                date,
                reason,
                topics.Measures(document, e),
                topics.Objectives(document, e, reason),
                words.Evidence,
                dated[act],
                Math.Round(e.Confidence, 3),
                options.Weighed ? WeighedOf(e) : null));
        }

        return new(document.Document.Article, events.ToImmutable());
    }

    // As AcceptFeatures looks at them: the surest place for each.
    static Weighed WeighedOf(MergedEvent e) => new(
        Math.Round(e.Proposals.Max(p => p.ActP), 3),
        Math.Round(e.Proposals.Max(p => p.StatusP), 3),
        Math.Round(e.Best.ActorP, 3),
        Math.Round(e.Proposals.Max(p => p.TargetP), 3),
        e.Proposals.Select(p => p.Anchor.Sentence.Number).Distinct().Count());
}
