using System.Buffers.Binary;
using System.Runtime.InteropServices;

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

    // Three words a slot: sixteen check bits of the feature, then the row's offset (0: empty slot).
    private readonly ushort[] _slots;

    // A row: its length, then label << 8 | code for every weight.
    private readonly ushort[] _rows;
    private readonly int[] _decode = Decoding();

    private PackedWeights(int labels, ushort[] slots, ushort[] rows)
    {
        Labels = labels;
        _slots = slots;
        _rows = rows;
    }

    /// <summary>Number of labels that are scored, at most 256.</summary>
    public int Labels { get; }

    /// <summary>Adds the weights of all <paramref name="features"/> to <paramref name="scores"/> (one for each label).</summary>
    public void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        var slots = _slots;
        var rows = _rows;
        var decode = _decode;
        var count = (uint)(slots.Length / SlotWords);
        foreach (var feature in features)
        {
            var slot = (uint)(((feature >> 32) * count) >> 32);
            var check = (ushort)feature;
            while (true)
            {
                var at = (int)slot * SlotWords;
                var offset = slots[at + 1] | (slots[at + 2] << 16);
                if (offset == 0)
                    break;
                if (slots[at] == check)
                {
                    foreach (var entry in rows.AsSpan(offset + 1, rows[offset]))
                        scores[entry >> 8] += decode[entry & 0xFF];
                    break;
                }

                if (++slot == count)
                    slot = 0;
            }
        }
    }

    /// <summary>Packs rows of (feature, [(label, value)]); values are any real numbers, kept up to scale.</summary>
    public static byte[] Pack(int labels, IReadOnlyList<(ulong Feature, (int Label, float Value)[] Weights)> rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(labels, 256);
        var top = rows.SelectMany(row => row.Weights).Select(weight => Math.Abs(weight.Value)).DefaultIfEmpty(1f).Max();
        var slotCount = Math.Max(4, (int)(rows.Count / 0.8) + 1);
        var slots = new ushort[slotCount * SlotWords];
        var packed = new List<ushort> { 0 };
        foreach (var (feature, weights) in rows)
        {
            var slot = (int)(((feature >> 32) * (uint)slotCount) >> 32);
            while ((slots[(slot * SlotWords) + 1] | slots[(slot * SlotWords) + 2]) != 0)
                slot = (slot + 1) % slotCount;
            slots[slot * SlotWords] = (ushort)feature;
            slots[(slot * SlotWords) + 1] = (ushort)packed.Count;
            slots[(slot * SlotWords) + 2] = (ushort)(packed.Count >> 16);
            packed.Add((ushort)weights.Length);
            foreach (var (label, value) in weights)
                packed.Add((ushort)((label << 8) | Encode(value / top)));
        }

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
