using System.Globalization;
using System.Text;

namespace Extraction.Knowledge;

/// <summary>
/// Cuts a token form into pieces that phrases are compared by: runs of letters and digits, cut at hyphens, apostrophes and
/// slashes, full stops inside dropped ("U.S." is "US"), a comma a piece of its own. So "Asia-Pacific" as one token, as three and
/// as "Asia Pacific" are the same. Letters are folded to lower case without accents for the hash. Nothing is allocated.
/// </summary>
internal static class Pieces
{
    /// <summary>Case that a piece of a phrase asks of the text.</summary>
    public const int AnyCase = 0;
    public const int InitialUpper = 1;
    public const int AllUpper = 2;

    /// <summary>The next piece from <paramref name="position"/>; false when the form has no more.</summary>
    public static bool Next(ReadOnlySpan<char> form, ref int position, out ulong hash, out int highestCase)
    {
        hash = 14695981039346656037UL;
        highestCase = AnyCase;
        while (position < form.Length && !IsPart(form[position]))
        {
            if (form[position] == ',')
            {
                position++;
                hash = Step(hash, ',');
                highestCase = AllUpper;
                return true;
            }

            position++;
        }

        if (position == form.Length)
            return false;
        var first = form[position];
        var lower = false;
        for (; position < form.Length; position++)
        {
            var c = form[position];
            if (c == '.')
                continue;
            if (!IsPart(c))
                break;
            lower |= char.IsLower(c);
            hash = Step(hash, Fold(c));
        }

        highestCase = !lower ? AllUpper : char.IsLower(first) ? AnyCase : InitialUpper;
        return true;
    }

    /// <summary>True where a token without any piece may stand inside a phrase: hyphen, apostrophe, full stop.</summary>
    public static bool IsJoiner(string form) => form is "-" or "'" or ".";

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '&' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static ulong Step(ulong hash, char c) => (hash ^ c) * 1099511628211UL;

    private static char Fold(char c)
    {
        if (c < 0x80)
            return char.ToLowerInvariant(c);
        return c < 0x250 ? Latin[c - 0x80] : char.ToLowerInvariant(c);
    }

    private static readonly char[] Latin = MakeLatin();

    private static char[] MakeLatin()
    {
        var folded = new char[0x250 - 0x80];
        for (var i = 0; i < folded.Length; i++)
        {
            var c = (char)(i + 0x80);
            folded[i] = c switch
            {
                'ı' => 'i',
                'ø' or 'Ø' => 'o',
                'ł' or 'Ł' => 'l',
                'đ' or 'Đ' => 'd',
                _ => char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]),
            };
        }

        return folded;
    }
}
