using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Extraction.Learning;

/// <summary>
/// The weights of a linear classifier as they are shipped and used: a hash table from features to short lists of
/// (label, weight), read in bulk from bytes and never changed. A weight has eight bits, on a square scale: fine near
/// zero, coarse far out. Features that training never kept cost one look-up and add nothing.
/// </summary>
public sealed class PackedWeights
{
    private const int SlotWords = 3;
    private const int HeaderBytes = 12;
    private const int MostFeatures = 128;
    private const double Load = 0.7;

    // Three words a slot: sixteen check bits of the feature, then 24 bits of the row's offset and 8 of its length (0: empty slot).
    private readonly ushort[] _slots;

    // A row: label << 8 | code for every weight.
    private readonly ushort[] _rows;
    private readonly int[] _decode = Decoding();

    private PackedWeights(int labels, ushort[] slots, ushort[] rows)
    {
        Labels = labels;
        _slots = slots;
        _rows = rows;
    }

    /// <summary>Number of labels that are scored, at most 255.</summary>
    public int Labels { get; }

    /// <summary>Adds the weights of all <paramref name="features"/> to <paramref name="scores"/> (one for each label).</summary>
    /// <remarks>
    /// The table is larger than the nearest caches, so the time goes into waiting for memory. All slots, then all rows, are asked for
    /// before the first is looked at.
    /// </remarks>
    [SkipLocalsInit]
    public unsafe void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(features.Length, MostFeatures);
        var found = stackalloc uint[MostFeatures];
        var count = (uint)(_slots.Length / SlotWords);
        fixed (ushort* slots = _slots, rows = _rows)
        fixed (int* decode = _decode)
        {
            if (Sse.IsSupported)
            {
                foreach (var feature in features)
                    Sse.Prefetch0(slots + (SlotWords * (((feature >> 32) * count) >> 32)));
            }

            var length = 0;
            foreach (var feature in features)
            {
                var row = Find(slots, count, feature);
                if (row == 0)
                    continue;
                found[length++] = row;
                if (Sse.IsSupported)
                    Sse.Prefetch0(rows + (row >> 8));
            }

            for (var row = 0; row < length; row++)
            {
                var entry = rows + (found[row] >> 8);
                for (var end = entry + (byte)found[row]; entry < end; entry++)
                    scores[*entry >> 8] += decode[*entry & 0xFF];
            }
        }
    }

    private static unsafe uint Find(ushort* slots, uint count, ulong feature)
    {
        var slot = (uint)(((feature >> 32) * count) >> 32);
        while (true)
        {
            var at = slots + (SlotWords * slot);
            var row = at[1] | ((uint)at[2] << 16);
            if (row == 0 || *at == (ushort)feature)
                return row;
            if (++slot == count)
                slot = 0;
        }
    }

    /// <summary>Packs rows of (feature, [(label, value)]); values are any real numbers, kept up to scale.</summary>
    public static byte[] Pack(int labels, IReadOnlyList<(ulong Feature, (int Label, float Value)[] Weights)> rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(labels, 255);
        var top = rows.SelectMany(row => row.Weights).Select(weight => Math.Abs(weight.Value)).DefaultIfEmpty(1f).Max();
        var slotCount = Math.Max(4, (int)(rows.Count / Load) + 1);
        var slots = new ushort[slotCount * SlotWords];
        var packed = new List<ushort> { 0 };
        foreach (var (feature, weights) in rows)
        {
            var slot = (int)(((feature >> 32) * (uint)slotCount) >> 32);
            while ((slots[(slot * SlotWords) + 1] | slots[(slot * SlotWords) + 2]) != 0)
                slot = (slot + 1) % slotCount;
            var row = ((uint)packed.Count << 8) | (uint)weights.Length;
            slots[slot * SlotWords] = (ushort)feature;
            slots[(slot * SlotWords) + 1] = (ushort)row;
            slots[(slot * SlotWords) + 2] = (ushort)(row >> 16);
            foreach (var (label, value) in weights)
                packed.Add((ushort)((label << 8) | Encode(value / top)));
        }

        if (packed.Count >= 1 << 24)
            throw new ArgumentException("there are too many weights for 24 bits of offset", nameof(rows));
        var bytes = new byte[HeaderBytes + (2 * (slots.Length + packed.Count))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, labels);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), slots.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), packed.Count);
        MemoryMarshal.AsBytes(slots.AsSpan()).CopyTo(bytes.AsSpan(HeaderBytes));
        MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(packed)).CopyTo(bytes.AsSpan(HeaderBytes + (2 * slots.Length)));
        return bytes;
    }

    /// <summary>Reads what <see cref="Pack"/> wrote (little-endian machines only).</summary>
    /// <exception cref="InvalidDataException">The lengths do not fit.</exception>
    public static PackedWeights Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes)
            throw new InvalidDataException("the weights are cut off");
        var labels = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var slotWords = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        var rowWords = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (bytes.Length != HeaderBytes + (2L * slotWords) + (2L * rowWords))
            throw new InvalidDataException("the weights have the wrong length");
        var words = MemoryMarshal.Cast<byte, ushort>(bytes[HeaderBytes..]);
        return new PackedWeights(labels, words[..slotWords].ToArray(), words.Slice(slotWords, rowWords).ToArray());
    }

    private static byte Encode(float share)
    {
        var code = (int)MathF.Round(MathF.Sqrt(MathF.Abs(share)) * 127f);
        return (byte)(sbyte)(share < 0 ? -code : code);
    }

    private static int[] Decoding()
    {
        var values = new int[256];
        for (var code = -128; code <= 127; code++)
            values[(byte)code] = code * Math.Abs(code);
        return values;
    }
}
