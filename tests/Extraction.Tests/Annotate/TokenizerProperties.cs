using Extraction.Annotate.Tokenize;
using FsCheck;
using FsCheck.Fluent;

namespace Extraction.Tests.Annotate;

public class TokenizerProperties
{
    private static readonly string[] Pieces =
        ["U.S.", "Gen.", "al-", "'Aziz", "\u2019s", "n't", " ", "\u00A0", "\n", "\u00AD", "killed.The", "$", "%", "10", "--", "\u2014", "\"", "(", "\uD83D\uDE00", "\uD83D", "http://a.b", ".", ",", "Iran-backed", "\u2026"];

    [Test]
    public void Tokens_cover_everything_but_space_in_order()
    {
        var text = Gen.Elements(Pieces).Or(Gen.Choose(32, 0x2FF).Select(code => ((char)code).ToString())).ListOf().Select(parts => string.Concat(parts));
        Prop.ForAll(text.ToArbitrary(), Holds).Hold(10_000);
    }

    private static bool Holds(string text)
    {
        var at = 0;
        foreach (var slice in TokenizerTests.Slices(text))
        {
            if (slice.Start < at || slice.End <= slice.Start || !IsBlank(text[at..slice.Start]) || IsBlank(text[slice.Start..slice.End]))
                return false;
            at = slice.End;
        }

        return IsBlank(text[at..]);
    }

    private static bool IsBlank(string text) => text.All(character => PlainText.Of(character) is ' ' or PlainText.Invisible);
}
