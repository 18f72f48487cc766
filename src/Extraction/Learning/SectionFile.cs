using System.Buffers.Binary;
using System.Text;

namespace Extraction.Learning;

/// <summary>
/// A file of named byte sections: what a model's <c>weights.bin</c> is. Sections are written in the given order,
/// so that the same content gives the same bytes.
/// </summary>
public sealed class SectionFile
{
    private const uint Magic = 0x314D5845; // "EXM1"
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _sections = new(StringComparer.Ordinal);

    /// <summary>The section's bytes.</summary>
    /// <exception cref="InvalidDataException">There is no such section.</exception>
    public ReadOnlySpan<byte> Section(string name) => _sections.TryGetValue(name, out var bytes)
        ? bytes.Span
        : throw new InvalidDataException($"the section \"{name}\" is missing");

    public bool Contains(string name) => _sections.ContainsKey(name);

    /// <summary>A section of text lines.</summary>
    public string[] Lines(string name) => Encoding.UTF8.GetString(Section(name)).Split('\n');

    /// <summary>The file with one more section, or with other bytes in it.</summary>
    public byte[] With(string name, byte[] bytes) =>
        Write([.. _sections.Where(section => section.Key != name).Select(section => (section.Key, section.Value.ToArray())), (name, bytes)]);

    public static byte[] Write(params (string Name, byte[] Bytes)[] sections)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(sections.Length);
        foreach (var (name, bytes) in sections)
        {
            writer.Write(name);
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }

        writer.Flush();
        return stream.ToArray();
    }

    public static (string Name, byte[] Bytes) OfLines(string name, IEnumerable<string> lines) =>
        (name, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    /// <exception cref="InvalidDataException">Not such a file, or cut off.</exception>
    public static SectionFile Read(ReadOnlyMemory<byte> file)
    {
        var result = new SectionFile();
        if (file.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(file.Span) != Magic)
            throw new InvalidDataException("it does not begin as a model file does");
        var count = BinaryPrimitives.ReadInt32LittleEndian(file.Span[4..]);
        var at = 8;
        for (var number = 0; number < count; number++)
        {
            if (at + 1 > file.Length || at + 5 + file.Span[at] > file.Length)
                throw new InvalidDataException("it is cut off");
            var nameLength = file.Span[at];
            var name = Encoding.UTF8.GetString(file.Span.Slice(at + 1, nameLength));
            at += 1 + nameLength;
            var length = BinaryPrimitives.ReadInt32LittleEndian(file.Span[at..]);
            at += 4;
            if (length < 0 || at + (long)length > file.Length)
                throw new InvalidDataException("it is cut off");
            result._sections[name] = file.Slice(at, length);
            at += length;
        }

        return result;
    }
}
