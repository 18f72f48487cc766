using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Training.Corpus;

/// <summary>
/// Finds quotes in a text whatever happened to white space, quotation marks, dashes, soft hyphens and zero-width marks on the way:
/// both are reduced to the characters that readers see, and the ranges found are of the text as it is.
/// </summary>
public sealed class QuoteFinder
{
    private readonly string _plain;
    private readonly int[] _positions;
    private readonly int _length;

    public QuoteFinder(string text)
    {
        _length = text.Length;
        (_plain, _positions) = Reduce(text);
    }

    /// <summary>All places of a quote, in order; as whole words in the letters' case first, then in any case, then as the beginning of a word ("Haiti" in "Haitian").</summary>
    public ImmutableArray<TextRange> FindAll(string quote)
    {
        var (wanted, _) = Reduce(quote);
        wanted = wanted.Trim();
        if (wanted.Length == 0)
            return [];
        var exact = FindAll(wanted, StringComparison.Ordinal);
        if (exact.IsEmpty)
            exact = FindAll(wanted, StringComparison.OrdinalIgnoreCase);
        return exact.IsEmpty ? FindAll(wanted, StringComparison.Ordinal, wholeWords: false) : exact;
    }

    /// <summary>The first place at or after <paramref name="from"/>, else the place nearest before it; null where there is none.</summary>
    public TextRange? Find(string quote, int from = 0)
    {
        var all = FindAll(quote);
        if (all.IsEmpty)
            return null;
        foreach (var range in all)
            if (range.Start >= from)
                return range;
        return all[^1];
    }

    /// <summary>The place nearest to <paramref name="near"/>: inside it before outside, then by distance; null where there is none.</summary>
    public TextRange? Nearest(string quote, TextRange near)
    {
        TextRange? best = null;
        var least = int.MaxValue;
        foreach (var range in FindAll(quote))
        {
            var distance = near.Contains(range) ? 0 : range.Start >= near.End ? range.Start - near.End + 1 : Math.Max(1, near.Start - range.End + 1);
            if (distance >= least)
                continue;
            least = distance;
            best = range;
        }

        return best;
    }

    private ImmutableArray<TextRange> FindAll(string wanted, StringComparison comparison, bool wholeWords = true)
    {
        var found = ImmutableArray.CreateBuilder<TextRange>();
        for (var at = _plain.IndexOf(wanted, comparison); at >= 0; at = _plain.IndexOf(wanted, at + 1, comparison))
        {
            var whole = (at == 0 || !char.IsLetterOrDigit(_plain[at - 1]) || !char.IsLetterOrDigit(wanted[0]))
                && (!wholeWords || at + wanted.Length == _plain.Length || !char.IsLetterOrDigit(_plain[at + wanted.Length]) || !char.IsLetterOrDigit(wanted[^1]));
            if (whole)
                found.Add(new TextRange(_positions[at], at + wanted.Length < _positions.Length ? End(at + wanted.Length - 1) : _length));
        }

        return found.ToImmutable();
    }

    private int End(int last) => _positions[last] + (char.IsHighSurrogate(_plain[last]) ? 2 : 1);

    private static (string Plain, int[] Positions) Reduce(string text)
    {
        var plain = new char[text.Length];
        var positions = new int[text.Length];
        var n = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')
                continue;
            c = c switch
            {
                '“' or '”' or '„' or '‟' or '«' or '»' or '″' => '"',
                '‘' or '’' or '‚' or '‛' or '′' or '`' or '´' => '\'',
                '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
                _ => char.IsWhiteSpace(c) ? ' ' : c,
            };
            if (c == ' ' && (n == 0 || plain[n - 1] == ' '))
                continue;
            positions[n] = i;
            plain[n++] = c;
        }

        return (new string(plain, 0, n), positions[..n]);
    }
}
