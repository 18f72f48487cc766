using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Knowledge;

/// <summary>
/// Knows which words name a state, a body, a government, an agency or someone who speaks for one, and their canonical names.
/// Immutable; safe from many threads; matching allocates nothing. The tables are embedded files of <c>Knowledge/data</c>.
/// Articles ("the") belong to no match, except in contextual names ("the bloc").
/// </summary>
public sealed class AuthorityLexicon
{
    private readonly PhraseTrie _names = new(40_000);
    private readonly PhraseTrie _nouns = new(1_000);
    private readonly List<AuthorityEntry> _entries = [];
    private readonly Dictionary<AuthorityEntry, ImmutableArray<AuthorityEntry>> _readings = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Agency, AuthorityKind Kind)> _parts = [];
    private readonly Dictionary<string, int> _authorities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AuthorityEntry[]> _composed = new(StringComparer.Ordinal);

    private AuthorityLexicon() => new AuthorityTables(this).Load();

    /// <summary>The lexicon of the embedded tables; loaded on first use.</summary>
    public static AuthorityLexicon Default { get; } = new();

    /// <summary>
    /// The longest authority phrase that starts at <paramref name="index"/>: a name of the tables, a state with a part of its
    /// government ("Iran's foreign ministry", "Ministry of Commerce of China"), a post with its holder ("Treasury Secretary Janet Yellen").
    /// </summary>
    /// <param name="tokens">The tokens of one sentence.</param>
    /// <param name="index">Where to start, within <paramref name="tokens"/>.</param>
    /// <param name="entry">What was found.</param>
    /// <param name="length">How many tokens it takes.</param>
    public bool TryMatch(ReadOnlySpan<Token> tokens, int index, out AuthorityEntry entry, out int length)
    {
        var found = MatchOne(tokens, index, out length);
        // "The Department" is no name where "Department of State" begins behind the article.
        if (found is null || (tokens[index].Form is "the" or "The" && MatchOne(tokens, index + 1, out var behind) is not null && behind + 1 > length))
        {
            (entry, length) = (null!, 0);
            return false;
        }

        while (found.Kind == AuthorityKind.Official
            && MatchOne(tokens, index + length, out var more) is { Kind: AuthorityKind.Official } holder && holder.Name == found.Name)
        {
            length += more;
            found = found.Agency is null ? holder : found;
        }

        entry = found;
        return true;
    }

    /// <summary>The authority that all of <paramref name="words"/> name, with or without "the" before.</summary>
    public bool TryName(string words, out AuthorityEntry entry)
    {
        var parts = words.Replace("’", "'", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var tokens = Array.ConvertAll(parts, p => new Token(default, p, p, Upos.X, "", -1, ""));
        for (var skip = 0; skip < Math.Min(2, tokens.Length); skip++)
        {
            if (skip == 1 && !parts[0].Equals("the", StringComparison.OrdinalIgnoreCase))
                break;
            if (TryMatch(tokens, skip, out entry, out var length) && skip + length == tokens.Length)
                return true;
        }

        entry = null!;
        return false;
    }

    /// <summary>The state or body whose canonical name is <paramref name="name"/>, or null.</summary>
    public AuthorityEntry? Canonical(string name) => _authorities.TryGetValue(name, out var at) ? _entries[at] : null;

    /// <summary>The canonical names of all states and bodies.</summary>
    public IReadOnlyCollection<string> Authorities => _authorities.Keys;

    /// <summary>
    /// Whom the words of a contextual match may stand for, the likeliest first: "the Council" is the European Union's, the United
    /// Nations' or another. The article decides. Of any other match the entry alone.
    /// </summary>
    public ImmutableArray<AuthorityEntry> Readings(AuthorityEntry match) =>
        _readings.TryGetValue(match, out var all) ? all : [match];

    /// <summary>
    /// A part of a government without its state ("the foreign ministry", "the president"): which is for the article to say; see <see cref="PartOf"/>.
    /// </summary>
    /// <param name="tokens">The tokens of one sentence.</param>
    /// <param name="index">Where to start.</param>
    /// <param name="part">Number of the part.</param>
    /// <param name="kind">What the part is: government, agency, legislature or official.</param>
    /// <param name="length">How many tokens it takes.</param>
    public bool TryPart(ReadOnlySpan<Token> tokens, int index, out int part, out AuthorityKind kind, out int length)
    {
        part = _nouns.Longest(tokens, index, out length);
        kind = part < 0 ? default : _parts[part].Kind;
        return part >= 0;
    }

    /// <summary>The part of a government that <see cref="TryPart"/> found, of the authority with this canonical name; null for an unknown name.</summary>
    public AuthorityEntry? PartOf(string authority, int part) => _composed.TryGetValue(authority, out var parts) ? parts[part] : null;

    /// <summary>Adds a phrase unless an earlier, more certain table has it; a contextual phrase gets a further reading.</summary>
    internal void Add(string phrase, AuthorityEntry entry)
    {
        if (_names.Add(phrase, _entries.Count))
        {
            _entries.Add(entry);
            return;
        }

        if (entry.Kind != AuthorityKind.Contextual || _entries[_names.Value(phrase)] is not { Kind: AuthorityKind.Contextual } first)
            return;
        var readings = Readings(first);
        if (!readings.Contains(entry))
            _readings[first] = readings.Add(entry);
    }

    /// <summary>Adds an authority by its canonical name, with the agencies that its parts of government are.</summary>
    internal AuthorityEntry AddAuthority(string name, string? code, AuthorityKind kind, Func<string, string?> agencyName)
    {
        var entry = new AuthorityEntry(name, code, null, kind);
        _authorities.Add(name, _entries.Count);
        _composed.Add(name, [.. _parts.Select(p => new AuthorityEntry(name, code, agencyName(p.Agency), p.Kind))]);
        if (!_names.Add(name, _entries.Count))
            throw new InvalidDataException($"{name} is named twice.");
        _entries.Add(entry);
        return entry;
    }

    internal void AddPart(string[] phrases, string agency, AuthorityKind kind)
    {
        foreach (var phrase in phrases)
            if (!_nouns.Add(phrase, _parts.Count))
                throw new InvalidDataException($"{phrase} is listed twice.");
        _parts.Add((agency, kind));
    }

    private AuthorityEntry? MatchOne(ReadOnlySpan<Token> tokens, int index, out int length)
    {
        var at = _names.Longest(tokens, index, out length);
        var found = at < 0 ? null : _entries[at];

        // "Iran's foreign ministry", "Iranian authorities", "EU diplomats".
        if (found is { Kind: AuthorityKind.State or AuthorityKind.Adjective or AuthorityKind.Capital or AuthorityKind.Body, Members.IsEmpty: true })
        {
            var next = index + length;
            if (next < tokens.Length && tokens[next].Form is ("'s" or "'"))
                next++;
            var part = _nouns.Longest(tokens, next, out var more);
            if (part >= 0)
            {
                length = next + more - index;
                return _composed[found.Name][part];
            }
        }

        // "the government of Iran", "Ministry of Commerce of the People's Republic of China".
        var noun = _nouns.Longest(tokens, index, out var taken);
        if (noun >= 0)
        {
            var next = index + taken;
            if (next + 1 < tokens.Length && tokens[next].Form == "of")
            {
                next++;
                if (tokens[next].Form is "the" or "The")
                    next++;
                var of = _names.Longest(tokens, next, out var more);
                if (of >= 0 && _entries[of] is { Kind: AuthorityKind.State or AuthorityKind.Body, Members.IsEmpty: true } && next + more - index > length)
                {
                    length = next + more - index;
                    return _composed[_entries[of].Name][noun];
                }
            }
        }

        return found;
    }
}
