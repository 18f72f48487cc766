using Extraction.Annotate;
using Extraction.Annotate.Parse;
using Extraction.Annotate.Recognize;
using Extraction.Annotate.Tag;
using Extraction.Documents;

namespace Extraction.Training.Annotate;

/// <summary>Precision, recall and F1 of names, in per cent.</summary>
public readonly record struct NameScore(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>Measures models on hand-annotated sentences, with the corpus' own words.</summary>
public static class Scores
{
    /// <summary>Per cent of words with the right universal and the right Penn tag.</summary>
    public static (double Upos, double Xpos, double Lemma) Tagging(Tagger tagger, IEnumerable<TreeSentence> sentences)
    {
        int all = 0, upos = 0, xpos = 0, lemma = 0;
        foreach (var sentence in sentences)
        {
            var tags = new byte[sentence.Count];
            tagger.Tag(Word.OfSentence(sentence.Forms), tags);
            for (var at = 0; at < tags.Length; at++)
            {
                var gold = sentence.Tags[at].Split(' ');
                all++;
                upos += tagger.Upos[tags[at]].ToString().Equals(gold[0], StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                xpos += tagger.Xpos[tags[at]] == gold[1] ? 1 : 0;
                lemma += tagger.Lemmas.Lemma(sentence.Forms[at], tagger.Upos[tags[at]]).Equals(sentence.Lemmas[at], StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            }
        }

        return (100.0 * upos / all, 100.0 * xpos / all, 100.0 * lemma / all);
    }

    /// <summary>Per cent of words (punctuation too) with the right head, and with the right head and relation (subtypes not counted, as in the shared tasks).</summary>
    public static (double Unlabelled, double Labelled) Parsing(Tagger tagger, Parser parser, IEnumerable<TreeSentence> sentences)
    {
        int all = 0, heads = 0, both = 0;
        var state = new ParseState();
        foreach (var sentence in sentences)
        {
            var words = Word.OfSentence(sentence.Forms);
            var tags = new byte[words.Length];
            tagger.Tag(words, tags);
            parser.Parse(words, tags, state);
            for (var at = 0; at < words.Length; at++)
            {
                all++;
                if (state.Heads[at] != sentence.Heads[at])
                    continue;
                heads++;
                both += Universal(parser.Actions.Labels[state.Labels[at]]) == Universal(sentence.Relations[at]) ? 1 : 0;
            }
        }

        return (100.0 * heads / all, 100.0 * both / all);
    }

    /// <summary>Names found with exact range and type.</summary>
    public static NameScore Names(Tagger tagger, NameRecognizer recognizer, IEnumerable<NamedSentence> sentences, params NameType[] types)
    {
        int found = 0, gold = 0, right = 0;
        foreach (var sentence in sentences)
        {
            var expected = new List<NameMention>();
            NameLabels.Read(sentence.Labels.AsSpan(), 0, expected);
            var got = Recognize(tagger, recognizer, sentence.Forms);
            expected.RemoveAll(name => !types.Contains(name.Type));
            got.RemoveAll(name => !types.Contains(name.Type));
            gold += expected.Count;
            found += got.Count;
            right += got.Count(expected.Contains);
        }

        return new NameScore(100.0 * right / Math.Max(1, found), 100.0 * right / Math.Max(1, gold));
    }

    /// <summary>The same on whole documents (sentence ids but for their last part), whose names are then made to agree, as in use.</summary>
    public static NameScore NamesInDocuments(Tagger tagger, NameRecognizer recognizer, IEnumerable<NamedSentence> sentences, params NameType[] types)
    {
        int found = 0, gold = 0, right = 0;
        foreach (var document in sentences.GroupBy(sentence => sentence.Id[..Math.Max(0, sentence.Id.LastIndexOf('-'))]))
        {
            var forms = new List<string>();
            var expected = new List<NameMention>();
            var got = new List<NameMention>();
            var ranges = new List<(int, int, bool)>();
            foreach (var sentence in document)
            {
                NameLabels.Read(sentence.Labels.AsSpan(), forms.Count, expected);
                got.AddRange(Recognize(tagger, recognizer, sentence.Forms).Select(name => name with { First = name.First + forms.Count, End = name.End + forms.Count }));
                ranges.Add((forms.Count, forms.Count + sentence.Forms.Length, Word.CasingOf(sentence.Forms) != Casing.Prose));
                forms.AddRange(sentence.Forms);
            }

            NameMemory.Settle(forms, got, ranges);
            gold += expected.Count(name => types.Contains(name.Type));
            found += got.Count(name => types.Contains(name.Type));
            right += got.Count(name => types.Contains(name.Type) && expected.Contains(name));
        }

        return new NameScore(100.0 * right / Math.Max(1, found), 100.0 * right / Math.Max(1, gold));
    }

    public static List<NameMention> Recognize(Tagger tagger, NameRecognizer recognizer, IReadOnlyList<string> forms)
    {
        var words = Word.OfSentence(forms);
        var tags = new byte[words.Length];
        var labels = new byte[words.Length];
        tagger.Tag(words, tags);
        recognizer.Label(words, tags, labels);
        var names = new List<NameMention>();
        NameLabels.Read(labels, 0, names);
        return names;
    }

    private static string Universal(string relation) => relation.Split(':')[0];
}
