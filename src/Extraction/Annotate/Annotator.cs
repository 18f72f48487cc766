using System.Collections.Concurrent;
using System.Collections.Immutable;
using Extraction.Annotate.Parse;
using Extraction.Annotate.Recognize;
using Extraction.Annotate.Tag;
using Extraction.Annotate.Tokenize;
using Extraction.Documents;
using Extraction.Learning;

namespace Extraction.Annotate;

/// <summary>Our own models: tokens and sentences by rule, then tags, names and dependencies by three trained models.</summary>
public sealed class Annotator : IAnnotator
{
    private readonly ConcurrentBag<Workspace> _workspaces = [];
    private readonly Tagger _tagger;
    private readonly NameRecognizer _names;
    private readonly Parser _parser;
    private readonly WordClusters _clusters;

    public Annotator(ModelFolder tagger, ModelFolder names, ModelFolder parser, ModelFolder clusters)
    {
        _tagger = new Tagger(tagger.Weights);
        _names = new NameRecognizer(names.Weights);
        _parser = new Parser(parser.Weights);
        _clusters = new WordClusters(clusters.Weights);
        var hash = ModelFolder.Hash(System.Text.Encoding.ASCII.GetBytes(tagger.Card.Sha256 + names.Card.Sha256 + parser.Card.Sha256 + clusters.Card.Sha256));
        Version = $"annotate-{hash[..8]}";
    }

    public string Version { get; }

    /// <summary>Loads the models from the folder that holds all models.</summary>
    /// <exception cref="ModelException">One is missing, damaged or of another version; the message says what to do.</exception>
    public static Annotator Load(string models) => new(
        ModelFolder.Load(models, Tagger.Name, TagFeatures.Version),
        ModelFolder.Load(models, NameRecognizer.Name, NameFeatures.Version),
        ModelFolder.Load(models, Parser.Name, ParseFeatures.Version),
        ModelFolder.Load(models, WordClusters.Name, WordClusters.FeatureVersion));

    public AnnotatedDocument Annotate(Article article)
    {
        var work = _workspaces.TryTake(out var free) ? free : new Workspace();
        var document = Annotate(article, work);
        _workspaces.Add(work);
        return document;
    }

    private AnnotatedDocument Annotate(Article article, Workspace work)
    {
        var text = article.Text;
        if (work.Plain.Length < text.Length)
            work.Plain = new char[text.Length + (text.Length / 2)];
        var plain = work.Plain.AsSpan(0, text.Length);
        PlainText.Copy(text, plain);
        work.Slices.Clear();
        work.Names.Clear();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        for (var block = 0; block < article.Blocks.Length; block++)
        {
            var first = work.Slices.Count;
            var range = article.Blocks[block].Range;
            Tokenizer.Tokenize(plain, range.Start, range.End, work.Slices);
            work.Ends.Clear();
            SentenceSplitter.Split(plain, text, work.Slices, first, work.Ends);
            foreach (var end in work.Ends)
            {
                sentences.Add(new Sentence(first, end, new TextRange(work.Slices[first].Start, work.Slices[end - 1].End), block));
                first = end;
            }
        }

        var tokens = ImmutableArray.CreateBuilder<Token>(work.Slices.Count);
        work.Casings.Clear();
        work.AllForms.Clear();
        foreach (var sentence in sentences)
            Analyse(work, plain, sentence, tokens);
        NameMemory.Settle(work.AllForms, work.Names, work.Casings);
        Nicknames.Join(work.AllForms, work.Names, work.Casings);
        return new AnnotatedDocument(article, tokens.MoveToImmutable(), sentences.DrainToImmutable(), [.. work.Names]);
    }

    private void Analyse(Workspace work, ReadOnlySpan<char> plain, Sentence sentence, ImmutableArray<Token>.Builder tokens)
    {
        var count = sentence.Count;
        work.Fit(count);
        work.Forms.Clear();
        for (var at = sentence.First; at < sentence.End; at++)
            work.Forms.Add(work.Read(plain[work.Slices[at].Start..work.Slices[at].End], _clusters, out work.Words[at - sentence.First]));
        var casing = Word.CasingOf(work.Forms);
        work.Casings.Add((sentence.First, sentence.End, casing != Casing.Prose));
        work.AllForms.AddRange(work.Forms);
        var words = work.Words.AsSpan(0, count);
        var tags = work.Tags.AsSpan(0, count);
        var labels = work.Labels.AsSpan(0, count);
        for (var at = 0; at < count && casing != Casing.Prose; at++)
            words[at] = Word.Of(work.Forms[at], casing, _clusters);
        _tagger.Tag(words, tags);
        _names.Label(words, tags, labels);
        NameLabels.Read(labels, sentence.First, work.Names);
        _parser.Parse(words, tags, work.State);
        for (var at = 0; at < count; at++)
        {
            var slice = work.Slices[sentence.First + at];
            var upos = _tagger.Upos[tags[at]];
            var head = work.State.Heads[at];
            tokens.Add(new Token(
                new TextRange(slice.Start, slice.End),
                work.Forms[at],
                work.Lemma(_tagger.Lemmas, work.Forms[at], upos),
                upos,
                _tagger.Xpos[tags[at]],
                head == count ? -1 : sentence.First + head,
                _parser.Actions.Labels[work.State.Labels[at]]));
        }
    }
}
