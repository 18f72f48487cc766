using System.Text;

namespace Extraction.Clean;

/// <summary>
/// The stretches of a page's bytes that may be text, in order: what stands outside tags, comments, scripts and styles. Errs on the
/// side of text: its view of where a tag or a script ends is the tokenizer's of the HTML standard, and what is open at the end of
/// the page counts as text. Between two stretches stood something that may have no width.
/// </summary>
internal ref struct TextStretches(ReadOnlySpan<byte> body)
{
    /// <param name="Start">First byte.</param>
    /// <param name="End">Byte after the last.</param>
    /// <param name="IsOpaque">Whether letters are written in a way that bytes do not show.</param>
    public readonly record struct Stretch(int Start, int End, bool IsOpaque);

    private readonly ReadOnlySpan<byte> body = body;
    private int position;

    /// <summary>Drawings and formulas that are open.</summary>
    private int foreign;

    /// <summary>Before this place nothing is markup.</summary>
    private int verbatim;

    // Something open was never closed: looking again for its end would take quadratic time, and all that follows may be text.
    private bool isUnclosed;
    private bool isRawUnclosed;
    private bool isNoComment;

    public Stretch Current { get; private set; }

    public bool MoveNext()
    {
        if (position >= body.Length)
            return false;
        var start = position;
        var scan = position;
        while (true)
        {
            var length = body[scan..].IndexOfAny((byte)'<', (byte)'&', (byte)0xAD);
            if (length < 0)
                return Give(start, body.Length, body.Length);
            var mark = scan + length;
            var next = body[mark] switch
            {
                (byte)'<' => mark < verbatim || isUnclosed ? mark : AfterMarkup(mark),
                (byte)'&' => AfterEntity(mark),
                _ => mark + 1,
            };
            if (next == mark)
            {
                scan = mark + 1; // plain text after all
                continue;
            }
            if (next < 0)
            {
                Current = new Stretch(start, mark, true);
                position = body.Length;
                return true;
            }
            // U+00AD is two bytes in UTF-8.
            var end = body[mark] == 0xAD && mark > start && body[mark - 1] == 0xC2 ? mark - 1 : mark;
            return Give(start, end, next);
        }
    }

    private bool Give(int start, int end, int next)
    {
        Current = new Stretch(start, end, false);
        position = next;
        return true;
    }

    /// <summary>Where text goes on after the tag or comment at <paramref name="mark"/>; the mark itself where there is none; -1 where the bytes do not show what stands there.</summary>
    private int AfterMarkup(int mark)
    {
        var rest = body[(mark + 1)..];
        if (rest.StartsWith("!--"u8))
            return AfterComment(mark);
        // A comment up to the next '>' in HTML, text up to "]]>" in drawings: what follows is read differently, so the page is let through.
        if (rest.StartsWith("![CDATA["u8))
            return -1;
        if (rest is [(byte)'!' or (byte)'?', ..] || rest is [(byte)'/', var other, ..] && !char.IsAsciiLetter((char)other))
            return AfterOrMark(rest.IndexOf((byte)'>'), mark, 2);
        var closes = rest is [(byte)'/', ..];
        var name = TagName(closes ? rest[1..] : rest);
        if (name.Length == 0)
            return mark;
        var end = TagBytes.End(body, mark + (closes ? 2 : 1) + name.Length);
        if (end < 0)
            return AfterOrMark(-1, mark, 0);
        if (Is(name, "svg"u8) || Is(name, "math"u8))
            foreign = Math.Max(0, foreign + (closes ? -1 : 1));
        return closes ? end : AfterElement(mark, name, end);
    }

    private int AfterElement(int mark, ReadOnlySpan<byte> name, int end)
    {
        // In drawings scripts and styles are read as markup, and what they hold may break out.
        if (Is(name, "script"u8) || Is(name, "style"u8))
            return foreign > 0 ? end : AfterRaw(end, name);
        if (Is(name, "meta"u8))
        {
            verbatim = end; // its content may give the title
            return mark + 1;
        }
        // Text that looks like markup and is not.
        if (Is(name, "title"u8) || Is(name, "textarea"u8) || Is(name, "xmp"u8) || Is(name, "plaintext"u8) || Is(name, "noembed"u8) || Is(name, "noframes"u8) || Is(name, "iframe"u8))
        {
            verbatim = AfterRaw(end, name) is var close && close > end ? close - name.Length - 2 : body.Length;
        }
        return end;
    }

    /// <summary>After the end tag's name; where the element is never closed, right after its start tag.</summary>
    private int AfterRaw(int from, ReadOnlySpan<byte> name)
    {
        var search = from;
        while (!isRawUnclosed)
        {
            var open = body[search..].IndexOf("</"u8);
            if (open < 0)
                isRawUnclosed = true;
            else if (Is(TagName(body[(search += open + 2)..]), name))
                return search + name.Length;
        }
        return from;
    }

    private int AfterComment(int mark)
    {
        var inside = body[(mark + 4)..];
        if (inside is [(byte)'>', ..])
            return mark + 5;
        if (inside is [(byte)'-', (byte)'>', ..])
            return mark + 6;
        var end = isNoComment ? -1 : inside.IndexOf("-->"u8);
        isNoComment = end < 0;
        var odd = inside[..(end < 0 ? inside.Length : end)].IndexOf("--!>"u8);
        if (odd >= 0)
            return mark + 4 + odd + 4;
        return AfterOrMark(end, mark, 7);
    }

    /// <summary>Entities stand for a character that is no letter, for a soft hyphen, or (in numbers) for a letter.</summary>
    private readonly int AfterEntity(int mark)
    {
        var rest = body[(mark + 1)..];
        if (rest.StartsWith("shy"u8))
            return mark + (rest is [_, _, _, (byte)';', ..] ? 5 : 4);
        if (rest.StartsWith("fjlig"u8))
            return -1;
        return rest is [(byte)'#', ..] ? AfterNumber(mark, rest) : mark;
    }

    private static int AfterNumber(int mark, ReadOnlySpan<byte> rest)
    {
        var isHex = rest is [_, (byte)'x' or (byte)'X', ..];
        var first = isHex ? 2 : 1;
        var end = first;
        var value = 0;
        for (; end < rest.Length && char.IsAsciiHexDigit((char)rest[end]) && (isHex || char.IsAsciiDigit((char)rest[end])) && value < 0x110000; end++)
            value = value * (isHex ? 16 : 10) + (rest[end] <= '9' ? rest[end] - '0' : (rest[end] | 0x20) - 'a' + 10);
        if (end == first)
            return mark;
        if (value < 0x80 && char.IsAsciiLetter((char)value))
            return -1;
        return value == 0xAD ? mark + 1 + end + (end < rest.Length && rest[end] == ';' ? 1 : 0) : mark;
    }

    /// <summary>After what was found, so many bytes longer than its place; the mark, and no more markup, where nothing was.</summary>
    private int AfterOrMark(int found, int mark, int length)
    {
        isUnclosed |= found < 0;
        return found < 0 ? mark : mark + found + length;
    }

    private static ReadOnlySpan<byte> TagName(ReadOnlySpan<byte> rest)
    {
        if (rest.Length == 0 || !char.IsAsciiLetter((char)rest[0]))
            return [];
        var length = 1;
        while (length < rest.Length && !TagBytes.IsBlank(rest[length]) && rest[length] is not ((byte)'/' or (byte)'>'))
            length++;
        return rest[..length];
    }

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> lower) => name.Length == lower.Length && (name[0] | 0x20) == lower[0] && Ascii.EqualsIgnoreCase(name, lower);
}
