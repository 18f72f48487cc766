using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge.Dates;

namespace Extraction.Relate.Syntax;

/// <summary>A document as this room works on it: its sentences, and the dates found in them.</summary>
public sealed class DocumentView
{
    public DocumentView(AnnotatedDocument document, RelateKnowledge knowledge)
    {
        Document = document;
        var sentences = ImmutableArray.CreateBuilder<SentenceView>(document.Sentences.Length);
        var names = document.Names.AsSpan();
        for (var (i, at) = (0, 0); i < document.Sentences.Length; i++)
        {
            var sentence = document.Sentences[i];
            while (at < names.Length && names[at].First < sentence.First) at++;
            var end = at;
            while (end < names.Length && names[end].End <= sentence.End) end++;
            sentences.Add(new(document, i, names[at..end], knowledge));
            at = end;
        }

        Sentences = sentences.MoveToImmutable();
        Dates = DateFinder.Find(document);
    }

    public AnnotatedDocument Document { get; }

    public ImmutableArray<SentenceView> Sentences { get; }

    public ImmutableArray<DateExpression> Dates { get; }

    public string Text => Document.Text;
}
