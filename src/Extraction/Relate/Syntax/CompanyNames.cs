using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Relate.Syntax;

/// <summary>Brings the parts of company names together that a name recogniser leaves apart: "Glory Harvest Pte" and "Ltd", with or without a comma.</summary>
static class CompanyNames
{
    public static List<NameMention> Join(AnnotatedDocument document, ReadOnlySpan<NameMention> names)
    {
        var joined = new List<NameMention>(names.Length);
        foreach (var name in names)
        {
            var end = WithSuffixes(document, name);
            if (joined.Count > 0 && name.First < joined[^1].End) continue;
            if (joined.Count > 0 && IsSuffixOnly(document, name) && name.First - joined[^1].End <= 1)
            {
                joined[^1] = joined[^1] with { End = end, Type = NameType.Organization };
                continue;
            }

            joined.Add(end == name.End ? name : name with { End = end, Type = NameType.Organization });
        }

        return joined;
    }

    // "Meridian Marine" + "," + "Co." + "Ltd.": suffixes that follow the name belong to it.
    static int WithSuffixes(AnnotatedDocument document, NameMention name)
    {
        var end = name.End;
        var limit = SentenceEnd(document, name.First);
        while (end < limit)
        {
            if (IsSuffix(document, end)) end++;
            else if (document.Tokens[end].Form is "," or ";" && end + 1 < limit && IsSuffix(document, end + 1)) end += 2;
            else break;
        }

        return end;
    }

    static bool IsSuffixOnly(AnnotatedDocument document, NameMention name)
    {
        for (var i = name.First; i < name.End; i++)
            if (!IsSuffix(document, i)) return false;
        return true;
    }

    static bool IsSuffix(AnnotatedDocument document, int i) => document.Tokens[i].Form is var form && form.Length > 1 && TitleWords.IsOrganizationSuffix(form);

    static int SentenceEnd(AnnotatedDocument document, int token)
    {
        foreach (var s in document.Sentences)
            if (token < s.End) return s.End;
        return document.Tokens.Length;
    }
}
