using Extraction.Learning.MaximumEntropy;

namespace Extraction.Learning.Trees;

/// <summary>
/// Fits <see cref="BoostedTrees"/> to questions that were answered by yes or no: Newton boosting of the log loss (Friedman 2001;
/// Chen and Guestrin 2016) over histograms, each tree grown leaf by leaf where it gains most. Deterministic.
/// </summary>
public sealed class BoostedTreesTrainer
{
    const int MaxBins = 64;
    const double MinGain = 1;

    readonly List<float[]> examples = [];
    readonly List<bool> answers = [];
    readonly List<int> groups = [];
    int group;

    public void Add(ReadOnlySpan<float> values, bool right)
    {
        examples.Add(values.ToArray());
        answers.Add(right);
        groups.Add(group);
    }

    /// <summary>What follows is of another article: the examples of one article are like each other, and a tree sees all of them or none.</summary>
    public void NextGroup() => group++;

    /// <summary>The trees; none, and even odds whatever is asked, where there are no examples.</summary>
    public BoostedTrees Fit(TreeOptions options)
    {
        if (examples.Count == 0) return new(1, 0, [], []);
        var width = examples[0].Length;
        var edges = Enumerable.Range(0, width).Select(Edges).ToArray();
        var bins = Enumerable.Range(0, width).Select(v => examples.Select(e => Bin(edges[v], e[v])).ToArray()).ToArray();
        var scores = new double[examples.Count];
        var share = (answers.Count(a => a) + 1.0) / (answers.Count + 2);
        var prior = Math.Log(share / (1 - share));
        Array.Fill(scores, prior);
        var (nodes, roots) = (new List<BoostedTrees.Node>(), new int[options.Trees]);
        var random = new SteadyRandom(1);
        var slopes = new Slope[examples.Count];
        for (var t = 0; t < options.Trees; t++)
        {
            for (var i = 0; i < scores.Length; i++) slopes[i] = Slope.Of(1 / (1 + Math.Exp(-scores[i])), answers[i]);
            var seen = Enumerable.Range(0, group + 1).Select(_ => random.Next() < options.Groups).ToArray();
            var asked = Enumerable.Range(0, width).Where(v => edges[v].Length > 0 && random.Next() < options.Values).ToArray();
            var tree = new Growth(bins, edges, asked, slopes, options).Grow([.. Enumerable.Range(0, examples.Count).Where(i => seen[groups[i]])]);
            roots[t] = nodes.Count;
            tree.Write(nodes, edges);
            for (var i = 0; i < scores.Length; i++) scores[i] += tree.Of(bins, i);
        }

        return new(width, (float)prior, [.. nodes], roots);
    }

    // As many examples between two edges as between any other two.
    float[] Edges(int value)
    {
        var sorted = examples.Select(e => e[value]).Order().ToArray();
        return [.. Enumerable.Range(1, MaxBins - 1).Select(b => sorted[(int)((long)b * sorted.Length / MaxBins)]).Distinct().Where(edge => edge < sorted[^1])];
    }

    static byte Bin(float[] edges, float value)
    {
        var at = Array.BinarySearch(edges, value);
        return (byte)(at < 0 ? ~at : at);
    }

    /// <summary>How the log-likelihood changes with an example's score: its first derivative, and the second without its sign.</summary>
    readonly record struct Slope(double Gradient, double Curvature)
    {
        public static Slope Of(double p, bool right) => new((right ? 1 : 0) - p, Math.Max(1e-6, p * (1 - p)));
    }

    /// <summary>A node of a tree as it grows.</summary>
    sealed class Split
    {
        public double Leaf { get; init; }

        public int Value { get; set; } = -1;

        public int Bin { get; set; }

        public Split? Yes { get; set; }

        public Split? No { get; set; }

        public double Of(byte[][] bins, int example)
        {
            var at = this;
            while (at is { Yes: { } yes, No: { } no }) at = bins[at.Value][example] <= at.Bin ? yes : no;
            return at.Leaf;
        }

        public void Write(List<BoostedTrees.Node> nodes, float[][] edges)
        {
            if (Yes is null || No is null)
            {
                nodes.Add(new(BoostedTrees.Leaf, (float)Leaf, 0));
                return;
            }

            var here = nodes.Count;
            nodes.Add(new(Value, edges[Value][Bin], -1));
            Yes.Write(nodes, edges);
            nodes[here] = nodes[here] with { Else = nodes.Count };
            No.Write(nodes, edges);
        }
    }

    sealed class Growth(byte[][] bins, float[][] edges, int[] asked, Slope[] slopes, TreeOptions options)
    {
        readonly PriorityQueue<(Split Node, int[] Rows, int Value, int Bin), double> open = new();

        public Split Grow(int[] rows)
        {
            var root = Add(rows);
            for (var leaves = 1; leaves < options.Leaves && open.TryDequeue(out var best, out _); leaves++)
            {
                var column = bins[best.Value];
                (best.Node.Value, best.Node.Bin) = (best.Value, best.Bin);
                best.Node.Yes = Add(Array.FindAll(best.Rows, i => column[i] <= best.Bin));
                best.Node.No = Add(Array.FindAll(best.Rows, i => column[i] > best.Bin));
            }

            return root;
        }

        Split Add(int[] rows)
        {
            var (gradient, curvature) = (0.0, 0.0);
            foreach (var i in rows)
            {
                gradient += slopes[i].Gradient;
                curvature += slopes[i].Curvature;
            }

            // As it will be saved.
            var node = new Split { Leaf = (float)(Half)(options.LearningRate * gradient / (curvature + options.L2)) };
            var found = new (double Gain, int Bin)[asked.Length];
            Parallel.For(0, asked.Length, a => found[a] = Best(rows, asked[a], gradient, curvature));
            var best = -1;
            for (var a = 0; a < found.Length; a++)
                if (found[a].Gain > MinGain && (best < 0 || found[a].Gain > found[best].Gain)) best = a;
            if (best >= 0) open.Enqueue((node, rows, asked[best], found[best].Bin), -found[best].Gain);
            return node;
        }

        (double Gain, int Bin) Best(int[] rows, int value, double gradient, double curvature)
        {
            var sums = new (double Gradient, double Curvature, int Count)[MaxBins];
            var column = bins[value];
            foreach (var i in rows)
            {
                ref var bin = ref sums[column[i]];
                bin.Gradient += slopes[i].Gradient;
                bin.Curvature += slopes[i].Curvature;
                bin.Count++;
            }

            var best = (Gain: 0.0, Bin: 0);
            var (g, h, n) = (0.0, 0.0, 0);
            for (var b = 0; b < edges[value].Length; b++)
            {
                g += sums[b].Gradient;
                h += sums[b].Curvature;
                n += sums[b].Count;
                if (n < options.MinExamples || rows.Length - n < options.MinExamples) continue;
                var gain = Worth(g, h) + Worth(gradient - g, curvature - h) - Worth(gradient, curvature);
                if (gain > best.Gain) best = (gain, b);
            }

            return best;
        }

        double Worth(double gradient, double curvature) => gradient * gradient / (curvature + options.L2);
    }
}
