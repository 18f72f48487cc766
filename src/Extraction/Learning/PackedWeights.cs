using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    private const int Lane = 16;

    // Sixteen check bits of the feature, sixteen bits of length, 32 bits of the row's offset. Empty slot: 0. Length 0: a full row.
    private readonly ulong[] _slots;

    // A short row: label << 8 | code for every weight.
    private readonly ushort[] _short;

    // A full row: a weight for each label, Stride of them.
    private readonly short[] _full;
    private readonly int[] _decode;

    private PackedWeights(int labels, ulong[] slots, ushort[] shortRows, short[] fullRows)
    {
        Labels = labels;
        Stride = StrideOf(labels);
        _slots = slots;
        _short = shortRows;
        _full = fullRows;
        _decode = Decoding();
    }

    /// <summary>Number of labels that are scored, at most 255.</summary>
    public int Labels { get; }

    /// <summary>Number of labels with room for whole vectors: what scores must hold.</summary>
    public int Stride { get; }

    /// <summary>Sets <paramref name="scores"/> (<see cref="Stride"/> of them; those behind the labels stay 0) to the sums of the weights of all <paramref name="features"/>.</summary>
    /// <remarks>
    /// The table is larger than the nearest caches, so the time goes into waiting for memory. All slots, then all rows, are asked for
    /// before the first is looked at. Frequent features have a weight for most labels: their rows are added as vectors.
    /// </remarks>
    public void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        scores[..Stride].Clear();
        Add(features, scores);
    }

    /// <summary>Adds the weights of all <paramref name="features"/> to <paramref name="scores"/>.</summary>
    [SkipLocalsInit]
    public unsafe void Add(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(features.Length, MostFeatures);
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, Stride);
        var shortRows = stackalloc ulong[MostFeatures];
        var fullRows = stackalloc uint[MostFeatures];
        int shortCount = 0, fullCount = 0;
        var count = (ulong)_slots.Length;
        fixed (ulong* slots = _slots)
        fixed (ushort* rows = _short)
        fixed (short* full = _full)
        fixed (int* decode = _decode, result = scores)
        {
            if (Sse.IsSupported)
            {
                foreach (var feature in features)
                    Sse.Prefetch0(slots + (((feature >> 32) * count) >> 32));
            }

            foreach (var feature in features)
            {
                var slot = Find(slots, count, feature);
                if (slot == 0)
                    continue;
                var offset = (uint)(slot >> 32);
                if ((slot & 0xFFFF_0000) == 0)
                {
                    fullRows[fullCount++] = offset;
                    if (Sse.IsSupported)
                        Sse.Prefetch0(full + offset);
                }
                else
                {
                    shortRows[shortCount++] = slot;
                    if (Sse.IsSupported)
                        Sse.Prefetch0(rows + offset);
                }
            }

            AddFull(full, fullRows, fullCount, result);
            for (var row = 0; row < shortCount; row++)
            {
                var entry = rows + (uint)(shortRows[row] >> 32);
                for (var end = entry + (ushort)(shortRows[row] >> 16); entry < end; entry++)
                    result[*entry >> 8] += decode[*entry & 0xFF];
            }
        }
    }

    // Adds the full rows to the scores.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void AddFull(short* full, uint* rows, int count, int* scores)
    {
        var label = 0;
        for (; label + (4 * Lane) <= Stride; label += 4 * Lane)
        {
            var (a, b) = (Vector512.Load(scores + label), Vector512.Load(scores + label + Lane));
            var (c, d) = (Vector512.Load(scores + label + (2 * Lane)), Vector512.Load(scores + label + (3 * Lane)));
            for (var row = 0; row < count; row++)
            {
                var at = full + rows[row] + label;
                var (low, high) = Vector512.Widen(Vector512.Load(at));
                var (low2, high2) = Vector512.Widen(Vector512.Load(at + (2 * Lane)));
                a += low;
                b += high;
                c += low2;
                d += high2;
            }

            a.Store(scores + label);
            b.Store(scores + label + Lane);
            c.Store(scores + label + (2 * Lane));
            d.Store(scores + label + (3 * Lane));
        }

        for (; label < Stride; label += Lane)
        {
            var a = Vector512.Load(scores + label);
            for (var row = 0; row < count; row++)
            {
                var (low, high) = Vector256.Widen(Vector256.Load(full + rows[row] + label));
                a += Vector512.Create(low, high);
            }

            a.Store(scores + label);
        }
    }

    private static unsafe ulong Find(ulong* slots, ulong count, ulong feature)
    {
        var at = ((feature >> 32) * count) >> 32;
        while (true)
        {
            var slot = slots[at];
            if (slot == 0 || (ushort)slot == (ushort)feature)
                return slot;
            if (++at == count)
                at = 0;
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
        return Spread(labels, words[..slotWords], words.Slice(slotWords, rowWords));
    }

    // Lays the rows that have many of the labels out in full.
    private static PackedWeights Spread(int labels, ReadOnlySpan<ushort> packed, ReadOnlySpan<ushort> rows)
    {
        var stride = StrideOf(labels);
        var fewest = stride / 8;
        var slots = new ulong[packed.Length / SlotWords];
        var fullRows = 0;
        for (var at = 0; at < packed.Length; at += SlotWords)
            fullRows += (packed[at + 1] & 0xFF) >= fewest ? 1 : 0;
        var full = new short[(fullRows + 1) * stride]; // nothing at offset 0: a slot of 0 is empty
        var decode = Decoding();
        var end = stride;
        for (var at = 0; at < slots.Length; at++)
        {
            var row = packed[(SlotWords * at) + 1] | ((uint)packed[(SlotWords * at) + 2] << 16);
            if (row == 0)
                continue;
            var (offset, length) = (row >> 8, row & 0xFF);
            if (length >= fewest)
            {
                foreach (var entry in rows.Slice((int)offset, (int)length))
                    full[end + (entry >> 8)] = (short)decode[entry & 0xFF];
                (offset, length) = ((uint)end, 0);
                end += stride;
            }

            slots[at] = packed[SlotWords * at] | ((ulong)length << 16) | ((ulong)offset << 32);
        }

        return new PackedWeights(labels, slots, rows.ToArray(), full);
    }

    private static int StrideOf(int labels) => (labels + Lane - 1) / Lane * Lane;

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
