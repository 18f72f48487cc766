using System.Text;
using Extraction.Clean;
using Extraction.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Extraction.Tests.Clean;

internal sealed class GateTests
{
    private static readonly string[] Stems = ["sanction", "blacklist", "embargo", "debar", "ban", "asset freeze", "SWIFT", "delist", "magnitsky"];

    private static readonly Gate Gate = new(Stems);

    private static readonly string[] Filler =
    [
        "<p>", "</p>", "<b>", "</b>", "<i class=\"x>y\">", "<a href='?a=1&amp;b=2'>", "</a>", "<!-- note -->", "<!-->", "<!--", "-->", "<br/>", "<div data-x=sanction>", "</div>", "<li>", "<td>",
        "<script>var a = '<p>ban';</script>", "<script>", "</script>", "<style>.ban{}</style>", "<style>", "<svg><style><p>", "<svg>", "</svg>", "<title>", "</title>", "<textarea>", "</textarea>",
        "<meta property='og:title' content='", "'>", "\"", "'", "<", ">", "&amp;", "&#8217;", "&shy;", "&#173;", "&#xAD;", "\u00AD", "&nbsp;", " ", "\n", "The ministry said on Tuesday that it would ", "side", "un", "x", "é", "日本", "<![CDATA[", "]]>", "<?x", "</ x>", "<x",
        "**", "*", "_", "[", "](https://x)", "\\", "&#45;", "-\n", "> ", "\n\n", "\nPage 2 of 6\n", "---\n", "title: ",
    ];

    private static Gen<string> Split(string stem) => Gen.Choose(0, stem.Length).SelectMany(at => Gen.Elements("", "", "", "<b>", "</b><i>", "&shy;", "\u00AD", "&#173;", "<!-- x -->", "</a>", "**", "[", "](/x)", "\\", "-\n").Select(between => stem[..at] + between + stem[at..]));

    private static Gen<string> Lettered(string stem) => Gen.Choose(0, stem.Length - 1).Select(at => $"{stem[..at]}&#{(int)stem[at]};{stem[(at + 1)..]}");

    private static Gen<string> Written(string stem) => Gen.OneOf(Gen.Constant(stem), Gen.Constant(stem.ToUpperInvariant()), Split(stem), Lettered(stem));

    private static readonly Gen<string> Piece = Gen.Frequency((6, Gen.Elements(Filler)), (1, Gen.Elements(Stems).SelectMany(Written)));

    private static readonly Arbitrary<string> Pages = Piece.ListOf().Select(pieces => "<html><body>" + string.Concat(pieces) + "</body></html>").ToArbitrary();

    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1, CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
    ];

    [Test]
    public void The_gate_never_says_no_where_the_cleaned_page_has_a_stem() =>
        Prop.ForAll(Pages, page => Encodings.All(encoding => Holds(encoding.GetBytes(page), BodyFormat.Html)))
            .Hold(400, 60);

    [Test]
    public void The_gate_never_says_no_where_the_cleaned_text_has_a_stem() =>
        Prop.ForAll(Pages, page => Encodings.All(encoding => Holds(encoding.GetBytes(page), BodyFormat.PlainText)))
            .Hold(200, 60);

    [Test]
    public void Every_stem_passes_in_every_writing()
    {
        foreach (var stem in Stems)
        {
            foreach (var encoding in Encodings)
            {
                foreach (var written in new[] { stem, stem.ToUpperInvariant(), stem[..2] + "&shy;" + stem[2..], $"&#{(int)stem[0]};" + stem[1..], $"&#x{(int)stem[0]:x};" + stem[1..], stem[..1] + "<b>" + stem[1..2] + "</b>" + stem[2..] })
                    Assert.That(Gate.MayMatter([.. encoding.GetPreamble(), .. encoding.GetBytes($"<html><body><p>The {written}{(stem.Length > 4 ? "s" : "")} of it, which were long known to all.</p></body></html>")], BodyFormat.Html), Is.True, $"{written} in {encoding.WebName}");
            }
        }
    }

    [TestCase("<p>No word of it.</p>")]
    [TestCase("<p>The sidebar of the Cuban urban turban.</p>")]
    [TestCase("<p>The band on the bank has a banner.</p>")]
    [TestCase("<ul><li><a href='/b'>Banner</a></li><li><a href='/s'>Sidebar</a></li></ul>")]
    [TestCase("<p class='sanction'>No word of it.</p>")]
    [TestCase("<script>var a = 'sanctions';</script><p>No word of it.</p>")]
    [TestCase("<style>.embargo { color: red }</style><p>No word of it.</p>")]
    [TestCase("<!-- sanctions --><p>No word of it.</p>")]
    [TestCase("<a href='/tag/sanctions/'>Elsewhere</a><p>It&#8217;s caf&eacute; &amp; bar.</p>")]
    [TestCase("<title>Arts &amp; culture: it&#039;s caf&eacute; time</title><p>No word of it.</p>")]
    public void What_is_not_text_does_not_count(string page) => Assert.That(Gate.MayMatter(Encoding.UTF8.GetBytes(page), BodyFormat.Html), Is.False);

    [TestCase("sanc\u00ADtions")]
    [TestCase("sanc-\r\n  tions")]
    [TestCase("Debarred")]
    public void Divided_words_of_plain_text_count(string text) => Assert.That(Gate.MayMatter(Encoding.UTF8.GetBytes("It spoke of " + text + " at last."), BodyFormat.PlainText), Is.True);

    [Test]
    public void The_title_of_the_source_counts() =>
        Assert.That(Gate.MayMatter(new RawDocument("a", "No word of it."u8.ToArray(), BodyFormat.PlainText, null, new SourceHints(Title: "New sanctions"))), Is.True);

    [Test]
    public void Nothing_is_allocated()
    {
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div class='x'><p>The ministry said <b>nothing</b> &amp; no more of it&#8217;s kind.</p></div>", 500)));
        Gate.MayMatter(page, BodyFormat.Html);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Gate.MayMatter(page, BodyFormat.Html);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Broken_markup_takes_linear_time()
    {
        foreach (var piece in new[] { "<a ", "<!--", "<script>", "<a b='", "</", "<title>", "&#", "<svg>" })
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            Gate.MayMatter(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 400_000))), BodyFormat.Html);
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(3)), piece);
        }
    }

    [TestCase("")]
    [TestCase("a b")]
    public void A_stem_without_letters_is_refused(string stem) => Assert.Throws<ArgumentException>(() => _ = new Gate([stem]));

    private static bool Holds(byte[] body, BodyFormat format)
    {
        string text;
        try
        {
            text = string.Join('\n', Cleaning.Bytes(body, format).Select(article => article.Text));
        }
        catch (DocumentException)
        {
            return true;
        }
        return !Stems.Any(stem => HasStem(text, stem)) || Gate.MayMatter(body, format);
    }

    private static bool HasStem(string text, string stem)
    {
        for (var i = text.IndexOf(stem, StringComparison.OrdinalIgnoreCase); i >= 0; i = text.IndexOf(stem, i + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = i + stem.Length;
            if ((stem.Length > 5 || i == 0 || !char.IsAsciiLetter(text[i - 1])) && (stem.Length > 4 || end == text.Length || !char.IsAsciiLetter(text[end])))
                return true;
        }
        return false;
    }
}
