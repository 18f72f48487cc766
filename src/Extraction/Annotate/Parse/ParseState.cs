namespace Extraction.Annotate.Parse;

/// <summary>
/// A configuration of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011) over one sentence, with the
/// artificial root behind the last word. Reused from sentence to sentence by <see cref="Reset"/>.
/// </summary>
public sealed class ParseState
{
    private int[] _stack = new int[64];

    /// <summary>Number of words; also the index of the root.</summary>
    public int Length { get; private set; }

    /// <summary>Next word of the buffer; <see cref="Length"/> when only the root is left.</summary>
    public int Next { get; private set; }

    public int Depth { get; private set; }

    /// <summary>Head of each word, -1 while it has none.</summary>
    public int[] Heads { get; private set; } = new int[64];

    public byte[] Labels { get; private set; } = new byte[64];

    /// <summary>Leftmost and rightmost dependants so far, -1 for none.</summary>
    public int[] Left { get; private set; } = new int[64];

    public int[] Right { get; private set; } = new int[64];

    /// <summary>Second dependants from the outside, -1 for none.</summary>
    public int[] Left2 { get; private set; } = new int[64];

    public int[] Right2 { get; private set; } = new int[64];

    /// <summary>Bits of the labels of dependants so far (label modulo 31), left and right; counts lie in <see cref="Counts"/>.</summary>
    public uint[] LeftSet { get; private set; } = new uint[64];

    public uint[] RightSet { get; private set; } = new uint[64];

    /// <summary>Left dependants in the low four bits, right dependants in the high four, each at most 15.</summary>
    public byte[] Counts { get; private set; } = new byte[64];

    // At each word how many of each mark stand before it, sixteen bits a mark.
    private ulong[] _marks = new ulong[64];

    /// <summary>Which marks stand between two words: two bits for commas (at most 2), one each for the others; 9,999 where a word is missing.</summary>
    public ulong Between(int first, int second)
    {
        if (first < 0 || second < 0)
            return 9_999;
        var count = _marks[second] - _marks[first + 1];
        return Math.Min(2, count & 0xFFFF)
            | ((count & 0xFFFF_0000) != 0 ? 4UL : 0)
            | ((count & 0xFFFF_0000_0000) != 0 ? 8UL : 0)
            | ((count & 0xFFFF_0000_0000_0000) != 0 ? 16UL : 0);
    }

    public bool IsFinished => Next == Length && Depth == 0;

    /// <summary>The word <paramref name="down"/> places below the top of the stack, or -1.</summary>
    public int Stack(int down) => down < Depth ? _stack[Depth - 1 - down] : -1;

    /// <summary>The buffer's word <paramref name="on"/> places on, the root at its end, -1 behind it.</summary>
    public int Buffer(int on) => Next + on <= Length ? Next + on : -1;

    public void Reset(ReadOnlySpan<Word> words)
    {
        var length = words.Length;
        if (length + 1 > _stack.Length)
            Grow(2 * (length + 1));
        Length = length;
        Next = 0;
        Depth = 0;
        var size = length + 1;
        Heads.AsSpan(0, size).Fill(-1);
        Left.AsSpan(0, size).Fill(-1);
        Right.AsSpan(0, size).Fill(-1);
        Left2.AsSpan(0, size).Fill(-1);
        Right2.AsSpan(0, size).Fill(-1);
        LeftSet.AsSpan(0, size).Clear();
        RightSet.AsSpan(0, size).Clear();
        Counts.AsSpan(0, size).Clear();
        for (var at = 0; at < length; at++)
            _marks[at + 1] = _marks[at] + (words[at].Mark == WordMark.None ? 0UL : 1UL << (16 * ((int)words[at].Mark - 1)));
    }

    public bool CanShift => Next < Length;

    /// <summary>An arc from the root only to the last word that is left.</summary>
    public bool CanLeft => Depth > 0 && (Next < Length || Depth == 1);

    public bool CanRight => Depth > 1;

    public void Shift() => _stack[Depth++] = Next++;

    /// <summary>Arc from the buffer's first to the stack's top, which is popped.</summary>
    public void LeftArc(int label)
    {
        var child = _stack[--Depth];
        Heads[child] = Next;
        Labels[child] = (byte)label;
        Left2[Next] = Left[Next];
        Left[Next] = child;
        LeftSet[Next] |= 1u << (label % 31);
        if ((Counts[Next] & 15) < 15)
            Counts[Next]++;
    }

    /// <summary>Arc from the second of the stack to its top, which is popped.</summary>
    public void RightArc(int label)
    {
        var child = _stack[--Depth];
        var head = _stack[Depth - 1];
        Heads[child] = head;
        Labels[child] = (byte)label;
        Right2[head] = Right[head];
        Right[head] = child;
        RightSet[head] |= 1u << (label % 31);
        if (Counts[head] >> 4 < 15)
            Counts[head] += 16;
    }

    private void Grow(int size)
    {
        _stack = new int[size];
        Heads = new int[size];
        Labels = new byte[size];
        Left = new int[size];
        Right = new int[size];
        Left2 = new int[size];
        Right2 = new int[size];
        LeftSet = new uint[size];
        RightSet = new uint[size];
        Counts = new byte[size];
        _marks = new ulong[size];
    }
}
