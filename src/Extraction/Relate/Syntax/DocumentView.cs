using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Knowledge.Dates;
using Extraction.Relate.Lexicon;

namespace Extraction.Relate.Syntax;

/// <summary>A document as this room works on it: its sentences, and the dates found in them.</summary>
public sealed class DocumentView
{
    readonly ILookup<string, (SentenceView Sentence, AuthorityMention Mention)> authorities;
    readonly int mentions;
    readonly HashSet<string> speakers = new(StringComparer.Ordinal);
    ImmutableArray<DateValue>? pastDates;
    ImmutableArray<DateValue>? comingDates;
    ImmutableArray<DateValue>? toldDates;
    FieldWords? fieldWords;

    public DocumentView(AnnotatedDocument document, RelateKnowledge knowledge)
    {
        Document = document;
        var sentences = ImmutableArray.CreateBuilder<SentenceView>(document.Sentences.Length);
        var corrected = Surnames.Correct(document);
        var names = corrected.AsSpan();
        for (var (i, at) = (0, 0); i < document.Sentences.Length; i++)
        {
            var sentence = document.Sentences[i];
            while (at < names.Length && names[at].First < sentence.First) at++;
            var end = at;
            while (end < names.Length && names[end].End <= sentence.End) end++;
            sentences.Add(new(document, i, names[at..end], knowledge) { View = this });
            at = end;
        }

        Sentences = sentences.MoveToImmutable();
        new ContextualNames(knowledge.Authorities, document.Text).Resolve(Sentences);
        Dates = DateFinder.Find(document);
        // "On the sixth" is a date only where it is asked for: by itself it is a number like any other.
        foreach (var date in Dates)
            if (date.Shape is not { Form: DateForm.Day, Month: null }) Sentences[date.Sentence].Mark(date);
        var named = Sentences.SelectMany(s => s.Authorities.Select(m => (Sentence: s, Mention: m))).ToList();
        mentions = named.Count;
        authorities = named.ToLookup(m => m.Mention.Entry.Name, StringComparer.Ordinal);
        foreach (var (_, m) in named)
            if (m.Entry.Kind is AuthorityKind.Agency or AuthorityKind.Official or AuthorityKind.Seat || m.Entry.Agency is not null) speakers.Add(m.Entry.Name);
    }

    public AnnotatedDocument Document { get; }

    public ImmutableArray<SentenceView> Sentences { get; }

    public ImmutableArray<DateExpression> Dates { get; }

    /// <summary>What each of the dates stands for if it lies in the past; resolved once.</summary>
    public ImmutableArray<DateValue> PastDates => pastDates ??= DateTimeline.Resolve(Dates, Document.Article.Published, _ => DateTense.Past);

    /// <summary>The same if it lies ahead.</summary>
    public ImmutableArray<DateValue> ComingDates => comingDates ??= DateTimeline.Resolve(Dates, Document.Article.Published, _ => DateTense.Future);

    /// <summary>The same if it is told of in order, each in the year of the one before.</summary>
    public ImmutableArray<DateValue> ToldDates => toldDates ??= DateTimeline.Resolve(Dates, Document.Article.Published, _ => DateTense.Past, tale: true);

    /// <summary>The words of sanctions in it; found once.</summary>
    public FieldWords Field => fieldWords ??= new(Sentences);

    /// <summary>The share of the article's authority mentions that name this one, adjectives and officials counted too; 0 to 1.</summary>
    public double ShareOf(string authority) => mentions == 0 ? 0 : MentionsOf(authority).Count() / (double)mentions;

    /// <summary>Where the article names this authority, adjectives and officials counted too.</summary>
    public IEnumerable<(SentenceView Sentence, AuthorityMention Mention)> MentionsOf(string authority) => authorities[authority];

    /// <summary>Number of authorities that the article names.</summary>
    public int Authorities => authorities.Count;

    /// <summary>True if an agency or an official of this authority is named: it may be the one who speaks.</summary>
    public bool SpeakerOf(string authority) => speakers.Contains(authority);

    public string Text => Document.Text;
}
