using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Relate.Syntax;

/// <summary>A single word that ends the full name of a person elsewhere in the article is that person, whatever the recogniser took it for.</summary>
static class Surnames
{
    public static ImmutableArray<NameMention> Correct(AnnotatedDocument document)
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in document.Names)
            if (name.Type == NameType.Person && name.End - name.First > 1) surnames.Add(document.Tokens[name.End - 1].Form);
        if (surnames.Count == 0) return document.Names;
        return [.. document.Names.Select(n => n.Type != NameType.Person && n.End - n.First == 1 && surnames.Contains(document.Tokens[n.First].Form) ? n with { Type = NameType.Person } : n)];
    }
}
