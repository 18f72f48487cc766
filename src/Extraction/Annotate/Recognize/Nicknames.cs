using Extraction.Documents;

namespace Extraction.Annotate.Recognize;

/// <summary>Joins a person's name that a nickname in quotes stands in: <c>Ricardo "Ti Bwa" Saint-Fleur</c> is one mention.</summary>
public static class Nicknames
{
    private const int LongestNickname = 3;

    /// <summary>Changes the names of a document in place; they stay in order.</summary>
    /// <param name="forms">All tokens of the document.</param>
    /// <param name="names">Names, in order.</param>
    /// <param name="sentences">Ranges of the sentences: no name leaves its own.</param>
    public static void Join(IReadOnlyList<string> forms, List<NameMention> names, IReadOnlyList<(int First, int End, bool Headline)> sentences)
    {
        foreach (var (first, end, _) in sentences)
        {
            for (var open = first + 1; open + 3 < end; open++)
            {
                if (!IsQuote(forms[open]) || Close(forms, open, end) is not (> 0 and var close) || close + 1 >= end)
                    continue;
                if (Around(forms, names, open, close, first, end) is not { } whole)
                    continue;
                var at = names.FindIndex(name => name.End > whole.First);
                names.RemoveAll(name => name.First >= whole.First && name.End <= whole.End);
                names.Insert(at, whole);
                open = whole.End - 1;
            }
        }
    }

    // The mention from the name before the quotes to the name behind them, where one of the two is a person and both begin with a capital.
    private static NameMention? Around(IReadOnlyList<string> forms, List<NameMention> names, int open, int close, int first, int end)
    {
        if (!char.IsUpper(forms[open + 1][0]) && !char.IsUpper(forms[open - 1][0]))
            return null;
        // The recognizer's mention may run into the nickname: Ricardo "Ti Bwa.
        var before = names.FindIndex(name => name.First < open && name.End >= open && name.End <= close);
        var after = names.FindIndex(name => name.First == close + 1);
        if ((before < 0 || names[before].Type != NameType.Person) && (after < 0 || names[after].Type != NameType.Person))
            return null;
        if (!char.IsUpper(forms[open - 1][0]) || !(char.IsUpper(forms[close + 1][0]) || (after >= 0 && forms[close + 1].StartsWith("al-", StringComparison.Ordinal))))
            return null;
        var from = before >= 0 ? names[before].First : open - 1;
        var to = after >= 0 ? names[after].End : close + 2;
        return from >= first && to <= end && !names.Exists(name => name.First < to && name.End > from && (name.First < from || name.End > to))
            ? new NameMention(from, to, NameType.Person)
            : null;
    }

    private static int Close(IReadOnlyList<string> forms, int open, int end)
    {
        for (var at = open + 2; at < end && at <= open + 1 + LongestNickname; at++)
        {
            if (forms[at] == forms[open])
                return at;
        }

        return -1;
    }

    private static bool IsQuote(string form) => form is "\"" or "'";
}
