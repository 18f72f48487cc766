using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Extraction.Learning;

/// <summary>A read-only map from hashes to small numbers, read in bulk. Keys are kept as 32 check bits: a stranger is taken for a key once in some billions.</summary>
public sealed class PackedMap
{
    private const int HeaderBytes = 4;
    private readonly uint[] _checks;
    private readonly ushort[] _values;

    private PackedMap(uint[] checks, ushort[] values)
    {
        _checks = checks;
        _values = values;
    }

    /// <summary>The value of a key, or -1.</summary>
    public int Find(ulong key)
    {
        var count = (uint)_checks.Length;
        var slot = (uint)(((key >> 32) * count) >> 32);
        var check = (uint)key | 1;
        while (_checks[slot] != 0)
        {
            if (_checks[slot] == check)
                return _values[slot];
            if (++slot == count)
                slot = 0;
        }

        return -1;
    }

    /// <summary>Packs the map; entries are laid down in the order of their keys.</summary>
    public static byte[] Pack(IReadOnlyDictionary<ulong, ushort> map)
    {
        var count = (int)(map.Count / 0.8) + 2;
        var checks = new uint[count];
        var values = new ushort[count];
        foreach (var (key, value) in map.OrderBy(entry => entry.Key))
        {
            var slot = (int)(((key >> 32) * (uint)count) >> 32);
            while (checks[slot] != 0)
                slot = (slot + 1) % count;
            checks[slot] = (uint)key | 1;
            values[slot] = value;
        }

        var bytes = new byte[HeaderBytes + (6 * count)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, count);
        MemoryMarshal.AsBytes(checks.AsSpan()).CopyTo(bytes.AsSpan(HeaderBytes));
        MemoryMarshal.AsBytes(values.AsSpan()).CopyTo(bytes.AsSpan(HeaderBytes + (4 * count)));
        return bytes;
    }

    /// <exception cref="InvalidDataException">The length does not fit.</exception>
    public static PackedMap Read(ReadOnlySpan<byte> bytes)
    {
        var count = bytes.Length < HeaderBytes ? -1 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (count < 1 || bytes.Length != HeaderBytes + (6L * count))
            throw new InvalidDataException("a map has the wrong length");
        var body = bytes[HeaderBytes..];
        return new PackedMap(
            MemoryMarshal.Cast<byte, uint>(body[..(4 * count)]).ToArray(),
            MemoryMarshal.Cast<byte, ushort>(body[(4 * count)..]).ToArray());
    }
}
