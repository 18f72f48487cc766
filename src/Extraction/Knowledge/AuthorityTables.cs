namespace Extraction.Knowledge;

/// <summary>Fills the lexicon from its tables, the most certain first: an earlier table keeps a phrase that a later one repeats.</summary>
internal sealed class AuthorityTables(AuthorityLexicon lexicon)
{
    private static readonly string[] Administrations = ["administration", "Administration", "government", "Government", "White House", "cabinet", "presidency", "team"];

    private readonly Dictionary<string, AuthorityEntry> _authorities = new(StringComparer.Ordinal);
    private readonly Dictionary<(string State, string Generic), string> _agencyNames = [];

    public void Load()
    {
        foreach (var row in DataFile.Rows("government-nouns.tsv", 3))
            lexicon.AddPart(DataFile.List(row[0]), row[1], Kind(row[2]));
        foreach (var row in DataFile.Rows("agency-names.tsv", 3))
            _agencyNames.Add((row[0], row[1]), row[2]);
        LoadStates();
        LoadBodies();
        LoadGroups();
        LoadAgencies();
        LoadOfficials();
    }

    /// <summary>Plurals that are the adjective with an s: "Iranians", not "Swiss" or "Chinese".</summary>
    internal static string? Plural(string adjective) =>
        adjective.EndsWith('n') || adjective.EndsWith('i') || adjective.EndsWith('c') && adjective is not "Icelandic" || adjective.EndsWith('b') || adjective.EndsWith('k')
            ? adjective + "s"
            : null;

    private void LoadStates()
    {
        var rows = DataFile.Rows("states.tsv", 5).ToList();
        foreach (var row in rows)
            Authority(row[0], row[1], AuthorityKind.State);
        foreach (var row in rows)
        {
            var state = _authorities[row[0]];
            foreach (var other in DataFile.List(row[4]))
                lexicon.Add(other, state);
            foreach (var capital in DataFile.List(row[2]))
                lexicon.Add(capital, state with { Kind = AuthorityKind.Capital });
            foreach (var adjective in DataFile.List(row[3]))
            {
                lexicon.Add(adjective, state with { Kind = AuthorityKind.Adjective });
                if (Plural(adjective) is { } plural)
                    lexicon.Add(plural, state with { Kind = AuthorityKind.Adjective });
            }
        }
    }

    private void LoadBodies()
    {
        foreach (var row in DataFile.Rows("bodies.tsv", 4))
        {
            var body = Authority(row[0], row[1], AuthorityKind.Body);
            foreach (var variant in DataFile.List(row[2]))
                lexicon.Add(variant, body);
            foreach (var contextual in DataFile.List(row[3]))
                lexicon.Add(contextual, body with { Kind = AuthorityKind.Contextual });
        }
    }

    private void LoadGroups()
    {
        foreach (var row in DataFile.Rows("groups.tsv", 2))
        {
            var names = DataFile.List(row[0]);
            var group = new AuthorityEntry(names[0], null, null, AuthorityKind.Body) { Members = [.. DataFile.List(row[1]).Select(member => _authorities[member])] };
            foreach (var name in names)
                lexicon.Add(name, group);
        }
    }

    private void LoadAgencies()
    {
        foreach (var row in DataFile.Rows("agencies.tsv", 4))
        {
            var entry = _authorities[row[1]] with { Agency = row[2].Length > 0 ? row[2] : null, Kind = Kind(row[3]) };
            foreach (var phrase in DataFile.List(row[0]))
                lexicon.Add(phrase, entry with { });
        }
    }

    private void LoadOfficials()
    {
        foreach (var row in DataFile.Rows("officials.tsv", 5))
        {
            var state = _authorities[row[1]];
            var official = state with { Agency = row[2].Length > 0 ? row[2] : null, Kind = AuthorityKind.Official };
            lexicon.Add(row[0], official);
            if (row[3].Length > 0)
                lexicon.Add(row[3], official);
            if (row[4] != "head")
                continue;
            foreach (var noun in Administrations)
            {
                lexicon.Add($"{row[0]} {noun}", state with { Kind = AuthorityKind.Government });
                lexicon.Add($"{row[0][(row[0].LastIndexOf(' ') + 1)..]} {noun}", state with { Kind = AuthorityKind.Government });
                if (row[3].Length > 0)
                    lexicon.Add($"{row[3]} {noun}", state with { Kind = AuthorityKind.Government });
            }
        }

        foreach (var row in DataFile.Rows("officials-phoenix.tsv", 2))
            lexicon.Add(row[0], _authorities[row[1]] with { Kind = AuthorityKind.Official });
    }

    private AuthorityEntry Authority(string name, string code, AuthorityKind kind)
    {
        var entry = lexicon.AddAuthority(name, code.Length > 0 ? code : null, kind, generic =>
            generic.Length == 0 ? null : _agencyNames.GetValueOrDefault((name, generic), generic));
        _authorities.Add(name, entry);
        return entry;
    }

    private static AuthorityKind Kind(string cell) => Enum.Parse<AuthorityKind>(cell);
}
