using Extraction.Documents;

namespace Extraction.Knowledge;

/// <summary>
/// Phrases of several words with a number each; finds the longest that starts at a token, without allocating. Edges are keyed
/// by a 64-bit hash of node, piece and the case that the phrase asks for (see <see cref="Pieces"/>): a phrase in lower case matches
/// any case, a capital asks for a capital, an acronym for capitals throughout.
/// </summary>
internal sealed class PhraseTrie
{
    private readonly Dictionary<ulong, int> _edges;
    private readonly List<int> _values = [-1];

    public PhraseTrie(int capacity = 1024) => _edges = new Dictionary<ulong, int>(capacity);

    /// <summary>Adds a phrase; false, and no change, when it is there already.</summary>
    public bool Add(string phrase, int value)
    {
        var node = Node(phrase);
        if (_values[node] >= 0)
            return false;
        _values[node] = value;
        return true;
    }

    /// <summary>The value of a phrase as it was added, or -1.</summary>
    public int Value(string phrase) => _values[Node(phrase)];

    /// <summary>The node where a phrase ends, made where it is not there yet.</summary>
    private int Node(string phrase)
    {
        var node = 0;
        var position = 0;
        while (Pieces.Next(phrase, ref position, out var hash, out var highest))
        {
            // A single capital letter ("I", "A") is no acronym; the comma and digits have no case.
            var asks = highest == Pieces.AllUpper && !HasLetter(phrase, position) ? Pieces.AnyCase : highest;
            var key = Key(node, hash, asks);
            if (!_edges.TryGetValue(key, out var next))
            {
                next = _values.Count;
                _values.Add(-1);
                _edges.Add(key, next);
            }

            node = next;
        }

        if (node == 0)
            throw new ArgumentException($"No words in \"{phrase}\".", nameof(phrase));
        return node;
    }

    /// <summary>The value of the longest phrase from token <paramref name="index"/>, or -1; <paramref name="length"/> in tokens.</summary>
    public int Longest(ReadOnlySpan<Token> tokens, int index, out int length)
    {
        var best = -1;
        length = 0;
        Walk(tokens, index, index, 0, 0, ref best, ref length);
        return best;
    }

    private void Walk(ReadOnlySpan<Token> tokens, int start, int token, int position, int node, ref int best, ref int length)
    {
        while (true)
        {
            if (token >= tokens.Length)
                return;
            var form = tokens[token].Form;
            var before = position;
            if (!Pieces.Next(form, ref position, out var hash, out var highest))
            {
                if (before == 0 && (node == 0 || !Pieces.IsJoiner(form)))
                    return;
                token++;
                position = 0;
                continue;
            }

            for (var asks = highest; asks >= 0; asks--)
            {
                if (!_edges.TryGetValue(Key(node, hash, asks), out var next))
                    continue;
                if (_values[next] >= 0 && token + 1 - start > length && AtEnd(form, position))
                {
                    best = _values[next];
                    length = token + 1 - start;
                }

                Walk(tokens, start, token, position, next, ref best, ref length);
            }

            return;
        }
    }

    private static bool AtEnd(string form, int position) => !Pieces.Next(form, ref position, out _, out _);

    private static bool HasLetter(string phrase, int end)
    {
        for (var i = end - 1; i >= 0 && (char.IsLetterOrDigit(phrase[i]) || phrase[i] == '.'); i--)
            if (char.IsLetter(phrase[i]))
                return true;
        return false;
    }

    private static ulong Key(int node, ulong hash, int asks)
    {
        var x = hash ^ (((ulong)node << 2 | (uint)asks) * 0x9E3779B97F4A7C15UL);
        x ^= x >> 29;
        x *= 0xBF58476D1CE4E5B9UL;
        return x ^ (x >> 32);
    }
}
