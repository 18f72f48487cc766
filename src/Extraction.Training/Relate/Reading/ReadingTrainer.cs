using Extraction.Documents;
using Extraction.Learning;
using Extraction.Learning.Neural;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Training.Relate.Reading;

/// <summary>Trains the reading network.</summary>
public sealed class ReadingTrainer(WordVectors vectors, ReadingOptions options)
{
    /// <summary>Pairs of which some are right: what a word refers to, where a reason begins, what dates an act.</summary>
    sealed record Question(PairInputs Pairs, bool[] AreRight);

    /// <param name="Context">Tokens of sentences that another piece teaches.</param>
    /// <param name="Queries">What the question of the referents is asked of; the other questions are asked of <paramref name="Spans"/>.</param>
    sealed record Piece(
        TokenInputs Tokens, PairInputs Actors, List<Mention> Mentions, Question Referents, List<LabelledSpan> Queries, Question Reasons, Question Dates, List<LabelledSpan> Spans, int[] Marks, int[] Offsets, int Context);

    /// <returns>The weights, as <see cref="ReadingModel"/> reads them.</returns>
    public byte[] Train(IReadOnlyList<(DocumentView Document, ReadingLabels Labels)> articles, Action<string> progress)
    {
        var (tokenCounts, pairCounts) = (new CountingIndex(), new CountingIndex());
        // To read the pieces counts their features.
        foreach (var a in articles)
            foreach (var piece in Pieces(a.Document, a.Labels, new(vectors, tokenCounts), pairCounts)) _ = piece;
        var (tokenIndex, pairIndex) = (tokenCounts.Keep(options.MinCount, options.MostFeatures), pairCounts.Keep(options.MinCount, options.MostPairFeatures));
        var tokenReader = new TokenReader(vectors, new DictionaryIndex(tokenIndex));
        var pairRows = new DictionaryIndex(pairIndex);
        var pieces = articles.SelectMany(a => Pieces(a.Document, a.Labels, tokenReader, pairRows)).ToArray();
        var network = new ReadingNetwork(tokenIndex.Count, pairIndex.Count, vectors.Dimensions);
        Initialise(network);
        progress($"{pieces.Length} pieces, {pieces.Sum(p => p.Tokens.Count)} tokens, {tokenIndex.Count} + {pairIndex.Count} features, {pieces.Sum(p => p.Spans.Count)} targets");
        Fit(network, pieces, options.First, [], progress);
        if (options.Second.Epochs > 0) Fit(network, pieces, options.Second, WordsOf(articles, new DictionaryIndex(tokenIndex), tokenIndex.Count), progress);

        return ReadingModel.Pack(network, tokenIndex, pairIndex);
    }

    void Fit(ReadingNetwork network, Piece[] pieces, Round round, ulong[] wordOf, Action<string> progress)
    {
        var adam = new Adam(network.Parameters, options.Decay);
        const int Workers = 2;
        var gradients = Enumerable.Range(0, Workers).Select(_ => new Gradients()).ToArray();
        var random = new Random(options.Seed);
        var total = round.Epochs * ((pieces.Length + Workers - 1) / Workers);
        var step = 0;
        var mean = new MeanWeights();
        for (var epoch = 0; epoch < round.Epochs; epoch++)
        {
            random.Shuffle(pieces);
            Pair(pieces, Workers, random);
            var losses = new double[Workers];
            for (var i = 0; i < pieces.Length; i += Workers)
            {
                var seeds = (random.Next(), random.Next());
                Parallel.For(0, Math.Min(Workers, pieces.Length - i), w => losses[w] += Learn(network, pieces[i + w], gradients[w], w == 0 ? seeds.Item1 : seeds.Item2, round.Forgotten, wordOf));
                var at = step++ / (double)total;
                var rate = round.Rate * (float)(Math.Min(1, at * 20) * (options.LastRate + ((1 - options.LastRate) * 0.5 * (1 + Math.Cos(Math.PI * at)))));
                adam.Step(gradients, rate);
            }

            progress($"epoch {epoch + 1}: loss {losses.Sum() / pieces.Length:f3}");
            if (epoch >= round.Epochs - round.Averaged) mean.Add(network);
        }

        mean.WriteTo(network);
    }

    /// <summary>For each row of the table of token features the word that it is about, or 0.</summary>
    static ulong[] WordsOf(IReadOnlyList<(DocumentView Document, ReadingLabels Labels)> articles, IFeatureIndex index, int rows)
    {
        var words = new ulong[rows];
        foreach (var (feature, word) in TokenReader.FeaturesOfWords(articles.Select(a => a.Document)))
            if (index.Find(feature) is >= 0 and var row) words[row] = word;
        return words;
    }

    // Pieces of much the same length are learned from at the same time, so that no worker waits long for another.
    static void Pair(Piece[] pieces, int workers, Random random)
    {
        const int Window = 64;
        for (var first = 0; first < pieces.Length; first += Window * workers)
        {
            var window = pieces.AsSpan(first, Math.Min(Window * workers, pieces.Length - first));
            window.Sort((a, b) => a.Tokens.Count.CompareTo(b.Tokens.Count));
            for (var i = (window.Length / workers) - 1; i > 0; i--)
            {
                var other = random.Next(i + 1);
                for (var w = 0; w < workers; w++) (window[(i * workers) + w], window[(other * workers) + w]) = (window[(other * workers) + w], window[(i * workers) + w]);
            }
        }
    }

    void Initialise(ReadingNetwork network)
    {
        var random = new Random(options.Seed);
        foreach (var p in network.Parameters)
        {
            if (p.Name.Contains("ias", StringComparison.Ordinal)) continue;
            var size = p.IsSparse ? 0.05 : p.Name[0] == 'v' ? 0.1 : Math.Sqrt(3.0 / p.Rows);
            for (var i = 0; i < p.Value.Length; i++) p.Value[i] = (float)(((2 * random.NextDouble()) - 1) * size);
            if (p.Name[0] == 'v') p.Value.AsSpan(2 * p.Cols, 2 * p.Cols).Clear();
        }
    }

    static IEnumerable<Piece> Pieces(DocumentView document, ReadingLabels labels, TokenReader tokens, IFeatureIndex index)
    {
        foreach (var chunk in Chunks.Of(document))
        {
            var sentences = chunk.Sentences.Span;
            var offsets = Chunks.Offsets(sentences);
            var own = Chunks.Offsets(chunk.Own);
            var spans = labels.Spans.FindAll(s => own.ContainsKey(s.Span.Sentence.Number));
            var marks = new List<int>();
            foreach (var s in sentences) marks.AddRange(labels.Marks[s.Number]);
            var input = tokens.Read(sentences);
            var targets = spans.ConvertAll(s => s.Span);
            var (pair, mentions) = new PairReader(index).Read(targets, sentences, offsets);
            var queries = spans.FindAll(s => ReferentChooser.StandsForAnother(s.Span));
            var (refer, candidates) = new ReferentReader(index).Read(queries.ConvertAll(s => s.Span), sentences, offsets);
            var (reasons, starts) = new ReasonReader(index).Read(targets, sentences, offsets);
            var (dates, options) = new DateReader(index).Read(targets, sentences, offsets);
            yield return new(
                input, pair, mentions, new(refer, Right(refer, candidates, queries)), queries, new(reasons, Right(reasons, starts, spans, labels)),
                new(dates, Right(dates, options, spans, document)), spans, [.. marks], [.. spans.Select(s => offsets[s.Span.Sentence.Number])], offsets[chunk.Own[0].Number]);
        }
    }

    static bool[] Right(PairInputs pairs, List<Nominal> candidates, List<LabelledSpan> queries)
    {
        var right = new bool[pairs.Query.Length];
        for (var k = 0; k < right.Length; k++) right[k] = queries[pairs.Query[k]].Records.Exists(r => ReadingAligner.Names(candidates[pairs.Candidate[k]], r));
        return right;
    }

    static bool[] Right(PairInputs pairs, List<ReasonStart> starts, List<LabelledSpan> spans, ReadingLabels labels)
    {
        var right = new bool[pairs.Query.Length];
        for (var k = 0; k < right.Length; k++)
        {
            var (sentence, token) = starts[pairs.Candidate[k]];
            if (spans[pairs.Query[k]].Records.Find(r => !r.Optional) is not { } record) continue;
            right[k] = sentence is null
                ? record.Reasons.Contains(null)
                : record.Reasons.Any(r => r is not null && labels.Reasons[r].Exists(at => at.Sentence == sentence.Number && Math.Abs(at.First - token) <= ReasonVotes.Near));
        }

        return right;
    }

    static bool[] Right(PairInputs pairs, List<DateOption> options, List<LabelledSpan> spans, DocumentView document)
    {
        var right = new bool[pairs.Query.Length];
        var readings = new DateReadings(document);
        for (var k = 0; k < right.Length; k++)
            if (spans[pairs.Query[k]].Records.Find(r => !r.Optional) is { } record) right[k] = readings.IsRight(options[pairs.Candidate[k]], record);
        return right;
    }

    double Learn(ReadingNetwork network, Piece piece, Gradients gradients, int seed, float forgotten, ulong[] wordOf)
    {
        var random = new Random(seed);
        using var tape = new Tape(gradients, random);
        var states = network.Read(tape, Thin(piece.Tokens, random, forgotten, wordOf), options.Dropout);
        var scores = network.Tag(tape, states);
        var loss = TagLosses(piece, scores);
        if (piece.Actors.Query.Length > 0) loss += ActorLoss(piece, network.Pair(tape, states, piece.Actors));
        loss += QuestionLoss(piece.Referents, piece.Queries, p => network.Refer(tape, states, p), 0.2f);
        loss += QuestionLoss(piece.Reasons, piece.Spans, p => network.Reason(tape, states, p), 0.1f);
        loss += QuestionLoss(piece.Dates, piece.Spans, p => network.Date(tape, states, p), 0.1f);
        tape.Backward();
        return loss;
    }

    // A word that is forgotten is so in the whole article, by all features that tell it; its vector stays.
    TokenInputs Thin(TokenInputs tokens, Random random, float forgotten, ulong[] wordOf)
    {
        var salt = (ulong)random.NextInt64();
        bool IsForgotten(int row) => forgotten > 0 && wordOf[row] is not 0 and var word && Hashing.Feature(0, word, salt) % 1000 < 1000 * forgotten;
        var starts = new int[tokens.Starts.Length];
        var kept = new List<int>(tokens.Features.Length);
        var blank = new List<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            for (var k = tokens.Starts[i]; k < tokens.Starts[i + 1]; k++)
                if (random.NextSingle() >= options.FeatureDropout && !IsForgotten(tokens.Features[k])) kept.Add(tokens.Features[k]);
            starts[i + 1] = kept.Count;
            if (random.NextSingle() < options.WordDropout) blank.Add(i);
        }

        return tokens with { Blank = blank, Starts = starts, Features = [.. kept] };
    }

    static double TagLosses(Piece piece, Tensor scores)
    {
        const float Each = 0.05f;
        // One token tells such an act, and thousands tell none.
        const float Implicit = 3;
        var n = piece.Tokens.Count;
        var tags = new int[n];
        var implicits = new int[n];
        for (var i = 0; i < piece.Spans.Count; i++)
        {
            var (span, optional) = (piece.Spans[i].Span, piece.Spans[i].IsOptional);
            if (piece.Spans[i].IsImplicit)
            {
                implicits[piece.Offsets[i] + span.First] = optional ? -1 : 1;
                continue;
            }

            for (var t = span.First; t < span.End; t++) tags[piece.Offsets[i] + t] = optional ? -1 : t == span.First ? 1 : 2;
        }

        var loss = 0.0;
        for (var t = piece.Context; t < n; t++)
        {
            if (tags[t] >= 0) loss += Losses.CrossEntropy(scores, t, TagLayout.Target, tags[t], Each);
            if (implicits[t] >= 0) loss += Losses.CrossEntropy(scores, t, TagLayout.Implicit, implicits[t], implicits[t] == 1 ? Each * Implicit : Each);
            var m = piece.Marks[t];
            loss += Losses.CrossEntropy(scores, t, TagLayout.Trigger, (m & Mark.Trigger) != 0 ? 1 : 0, Each * 0.3f);
            loss += Losses.CrossEntropy(scores, t, TagLayout.Actor, (m & Mark.Actor) != 0 ? 1 : 0, Each * 0.3f);
            loss += Losses.CrossEntropy(scores, t, TagLayout.Reason, (m & Mark.ReasonStart) != 0 ? 1 : (m & Mark.Reason) != 0 ? 2 : 0, Each * 0.3f);
            loss += Losses.CrossEntropy(scores, t, TagLayout.Date, (m & Mark.Date) != 0 ? 1 : 0, Each * 0.3f);
            loss += Losses.CrossEntropy(scores, t, TagLayout.Evidence, (m & Mark.Evidence) != 0 ? 1 : 0, Each * 0.05f);
        }

        for (var i = 0; i < piece.Spans.Count; i++)
        {
            if (piece.Spans[i].IsOptional) continue;
            var span = piece.Spans[i].Span;
            var record = piece.Spans[i].Records.Find(r => !r.Optional)!;
            var weight = 4 * Each / (span.End - span.First);
            for (var t = span.First; t < span.End; t++)
            {
                loss += Losses.CrossEntropy(scores, piece.Offsets[i] + t, TagLayout.Act, (int)record.Action, weight);
                loss += Losses.CrossEntropy(scores, piece.Offsets[i] + t, TagLayout.Status, (int)record.Status, weight * (record.Status == ActStatus.Actual ? 1 : 2));
                if (Enum.TryParse<TargetType>(record.TargetType, true, out var type)) loss += Losses.CrossEntropy(scores, piece.Offsets[i] + t, TagLayout.Type, (int)type, weight * 0.3f);
            }
        }

        return loss;
    }

    static double QuestionLoss(Question question, List<LabelledSpan> askedOf, Func<PairInputs, Tensor> score, float weight)
    {
        if (question.Pairs.Query.Length == 0) return 0;
        var scores = score(question.Pairs);
        var loss = 0.0;
        foreach (var (i, first, end) in question.Pairs.Runs())
            if (!askedOf[i].IsOptional) loss += Losses.Marginal(scores, first, end, k => question.AreRight[k], weight);

        return loss;
    }

    static double ActorLoss(Piece piece, Tensor scores)
    {
        var loss = 0.0;
        foreach (var (i, first, end) in piece.Actors.Runs())
        {
            if (piece.Spans[i].IsOptional) continue;
            var actors = piece.Spans[i].Records.Where(r => !r.Optional).Select(r => r.Actor).Distinct().ToList();
            // Each actor wants its share, so that joint acts are seen as such.
            foreach (var actor in actors)
                loss += Losses.Marginal(scores, first, end, k => piece.Mentions[piece.Actors.Candidate[k]].Words.Entry.StandsFor(actor), 0.2f / actors.Count);
        }

        return loss;
    }

    sealed class CountingIndex : IFeatureIndex
    {
        readonly Dictionary<ulong, int> counts = [];

        public int Find(ulong feature)
        {
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
            return -1;
        }

        public Dictionary<ulong, ushort> Keep(int least, int most)
        {
            var kept = counts.Where(c => c.Value >= least).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(most).Select(c => c.Key).ToList();
            return kept.Select((key, row) => (key, row)).ToDictionary(x => x.key, x => (ushort)x.row);
        }
    }

    sealed class DictionaryIndex(Dictionary<ulong, ushort> rows) : IFeatureIndex
    {
        public int Find(ulong feature) => rows.TryGetValue(feature, out var row) ? row : -1;
    }
}
