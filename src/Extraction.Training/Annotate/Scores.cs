using Extraction.Annotate;
using Extraction.Annotate.Parse;
using Extraction.Annotate.Recognize;
using Extraction.Annotate.Tag;
using Extraction.Documents;
using Extraction.Learning;

namespace Extraction.Training.Annotate;

/// <summary>Precision, recall and F1 of names, in per cent.</summary>
public readonly record struct NameScore(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>What is needed before names and trees: the tagger and the clusters it looks at.</summary>
public sealed record TagModels(Tagger Tagger, WordClusters Clusters);

/// <summary>Measures models on hand-annotated sentences, with the corpus' own words.</summary>
public static class Scores
{
    /// <summary>Per cent of words with the right universal and the right Penn tag.</summary>
    public static (double Upos, double Xpos, double Lemma) Tagging(TagModels models, IEnumerable<TreeSentence> sentences)
    {
        int all = 0, upos = 0, xpos = 0, lemma = 0;
        foreach (var sentence in sentences)
        {
            var tags = new byte[sentence.Count];
            models.Tagger.Tag(Word.OfSentence(sentence.Forms, models.Clusters), tags);
            for (var at = 0; at < tags.Length; at++)
            {
                var gold = sentence.Tags[at].Split(' ');
                all++;
                upos += models.Tagger.Upos[tags[at]].ToString().Equals(gold[0], StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                xpos += models.Tagger.Xpos[tags[at]] == gold[1] ? 1 : 0;
                lemma += models.Tagger.Lemmas.Lemma(sentence.Forms[at], models.Tagger.Upos[tags[at]]).Equals(sentence.Lemmas[at], StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            }
        }

        return (100.0 * upos / all, 100.0 * xpos / all, 100.0 * lemma / all);
    }

    /// <summary>Per cent of words (punctuation too) with the right head, and with the right head and relation (subtypes not counted, as in the shared tasks).</summary>
    public static (double Unlabelled, double Labelled) Parsing(TagModels models, Parser parser, IEnumerable<TreeSentence> sentences)
    {
        int all = 0, heads = 0, both = 0;
        var state = new ParseState();
        foreach (var sentence in sentences)
        {
            var words = Word.OfSentence(sentence.Forms, models.Clusters);
            var tags = new byte[words.Length];
            models.Tagger.Tag(words, tags);
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
    public static NameScore Names(TagModels models, NameRecognizer recognizer, IEnumerable<NamedSentence> sentences, params NameType[] types)
    {
        int found = 0, gold = 0, right = 0;
        foreach (var sentence in sentences)
        {
            var expected = new List<NameMention>();
            NameLabels.Read(sentence.Labels.AsSpan(), 0, expected);
            var got = Recognize(models, recognizer, sentence.Forms);
            expected.RemoveAll(name => !types.Contains(name.Type));
            got.RemoveAll(name => !types.Contains(name.Type));
            gold += expected.Count;
            found += got.Count;
            right += got.Count(expected.Contains);
        }

        return new NameScore(100.0 * right / Math.Max(1, found), 100.0 * right / Math.Max(1, gold));
    }

    /// <summary>The same on whole documents (sentence ids but for their last part), whose names are then made to agree, as in use.</summary>
    public static NameScore NamesInDocuments(TagModels models, NameRecognizer recognizer, IEnumerable<NamedSentence> sentences, params NameType[] types)
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
                got.AddRange(Recognize(models, recognizer, sentence.Forms).Select(name => name with { First = name.First + forms.Count, End = name.End + forms.Count }));
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

    public static List<NameMention> Recognize(TagModels models, NameRecognizer recognizer, IReadOnlyList<string> forms)
    {
        var words = Word.OfSentence(forms, models.Clusters);
        var tags = new byte[words.Length];
        var labels = new byte[words.Length];
        models.Tagger.Tag(words, tags);
        recognizer.Label(words, tags, labels);
        var names = new List<NameMention>();
        NameLabels.Read(labels, 0, names);
        return names;
    }

    private static string Universal(string relation) => relation.Split(':')[0];
}
