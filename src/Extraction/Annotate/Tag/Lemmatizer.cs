using Extraction.Documents;
using Extraction.Learning;

namespace Extraction.Annotate.Tag;

/// <summary>
/// Lemmas from a learned table: first the exact word with its part of speech, then its longest known ending. A table entry is a rule:
/// how many characters to strip, what to append. Lemmas are lower case but for proper nouns.
/// </summary>
public sealed class Lemmatizer
{
    public const int LongestEnding = 5;
    private readonly PackedMap _table;
    private readonly (int Strip, string Append)[] _rules;

    public Lemmatizer(SectionFile file)
    {
        _table = PackedMap.Read(file.Section("lemmas"));
        _rules = [.. file.Lines("lemma-rules").Select(Rule)];
    }

    public static ulong WordKey(ReadOnlySpan<char> lower, Upos upos) => Hashing.Feature((uint)upos, Hashing.Of(lower));

    public static ulong EndingKey(ReadOnlySpan<char> lower, Upos upos, int length) =>
        Hashing.Feature(100 + (uint)upos, Hashing.Of(lower[^length..]));

    public string Lemma(string form, Upos upos)
    {
        Span<char> lower = stackalloc char[64];
        if (form.Length > lower.Length || upos is Upos.Punct or Upos.Sym or Upos.Num)
            return form;
        lower = lower[..form.Length];
        var same = true;
        for (var at = 0; at < form.Length; at++)
        {
            lower[at] = char.ToLowerInvariant(form[at]);
            same &= lower[at] == form[at];
        }

        if (upos == Upos.Adj && lower.Contains('-'))
            return same ? form : new string(lower); // "Moscow-based" is no form of a verb

        var rule = _table.Find(WordKey(lower, upos));
        for (var length = Math.Min(LongestEnding, lower.Length - 1); rule < 0 && length > 0; length--)
            rule = _table.Find(EndingKey(lower, upos, length));
        var (strip, append) = rule < 0 ? (0, string.Empty) : _rules[rule];
        if (strip >= form.Length && append.Length == 0)
            strip = 0;
        if (strip > form.Length)
            return append;
        if (upos == Upos.Propn || same)
            return strip == 0 && append.Length == 0 ? form : string.Concat(form.AsSpan(0, form.Length - strip), append);
        return string.Concat(lower[..^strip], append);
    }

    private static (int Strip, string Append) Rule(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return (int.Parse(line.AsSpan(0, space), System.Globalization.CultureInfo.InvariantCulture), line[(space + 1)..]);
    }
}
