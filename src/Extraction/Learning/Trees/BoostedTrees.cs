namespace Extraction.Learning.Trees;

/// <summary>
/// Gradient-boosted decision trees for a question of yes or no: the log-odds of yes is the sum of a value from each tree. They see
/// measured numbers, which a linear model must be given in steps, and how several of them go together. Immutable; safe to use from
/// many threads.
/// </summary>
public sealed class BoostedTrees
{
    const int MaxNodes = 1 << 20;
    /// <summary>Stands for the number of a value where a node asks for none.</summary>
    internal const byte Leaf = 255;

    readonly Node[] nodes;
    readonly int[] roots;
    readonly float prior;

    internal BoostedTrees(int values, float prior, Node[] nodes, int[] roots)
    {
        Values = values;
        this.prior = prior;
        this.nodes = nodes;
        this.roots = roots;
    }

    /// <summary>Number of measured values that each question comes with, 1 to 254.</summary>
    public int Values { get; }

    /// <summary>The log-odds of yes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more or fewer values than the trees were grown from.</exception>
    public double Weigh(ReadOnlySpan<float> values)
    {
        if (roots.Length == 0) return prior;
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Values);
        double sum = prior;
        foreach (var root in roots)
        {
            var at = root;
            while (nodes[at] is { Value: < Leaf } node) at = values[node.Value] <= node.Number ? at + 1 : node.Else;
            sum += nodes[at].Number;
        }

        return sum;
    }

    /// <summary>
    /// Layout, little endian: int32 number of values, single prior, int32 number of trees, then each tree's nodes, a node before what
    /// lies below it: a byte (the value that is asked for, or 255 for a leaf), then of a question the single up to which the answer is
    /// yes, of a leaf its log-odds as a half.
    /// </summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Values);
        writer.Write(prior);
        writer.Write(roots.Length);
        foreach (var node in nodes)
        {
            writer.Write((byte)node.Value);
            if (node.Value == Leaf) writer.Write((Half)node.Number);
            else writer.Write(node.Number);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no such model.</exception>
    public static BoostedTrees Load(BinaryReader reader)
    {
        var (values, prior, trees) = (reader.ReadInt32(), reader.ReadSingle(), reader.ReadInt32());
        if (values is < 1 or >= Leaf || trees is < 0 or > MaxNodes || !float.IsFinite(prior)) throw new InvalidDataException("not a model of boosted trees");
        var nodes = new List<Node>();
        var roots = new int[trees];
        for (var t = 0; t < trees; t++)
        {
            roots[t] = nodes.Count;
            ReadTree(reader, values, nodes);
        }

        return new(values, prior, [.. nodes], roots);
    }

    // The side of yes follows its question at once; the other's place is known when that side is read.
    static void ReadTree(BinaryReader reader, int values, List<Node> nodes)
    {
        var open = new Stack<int>();
        while (true)
        {
            if (nodes.Count > MaxNodes) throw new InvalidDataException("a tree has no end");
            var value = reader.ReadByte();
            if (value != Leaf)
            {
                if (value >= values) throw new InvalidDataException("a tree asks for a value that is not there");
                open.Push(nodes.Count);
                nodes.Add(new(value, reader.ReadSingle(), -1));
                continue;
            }

            nodes.Add(new(Leaf, (float)reader.ReadHalf(), 0));
            if (open.Count == 0) return;
            var parent = open.Pop();
            nodes[parent] = nodes[parent] with { Else = nodes.Count };
        }
    }

    /// <param name="Value">Number of the value that is asked for; 255 for a leaf.</param>
    /// <param name="Number">The answer is yes up to this; of a leaf its log-odds.</param>
    /// <param name="Else">Where to go on after a no; after a yes it is the next node.</param>
    internal readonly record struct Node(int Value, float Number, int Else);
}
