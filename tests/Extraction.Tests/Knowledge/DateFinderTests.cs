using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Knowledge.Dates;

namespace Extraction.Tests.Knowledge;

public partial class DateFinderTests
{
    private static readonly DateOnly Published = new(2021, 12, 8); // a Wednesday

    [GeneratedRegex(@"\w+(?:[.](?=\w|\s*\d))?|[^\w\s]")]
    private static partial Regex Words();

    /// <summary>A sentence whose tokens are words and marks, as a treebank cuts them.</summary>
    internal static AnnotatedDocument Document(string text)
    {
        var tokens = Words().Matches(text).Select(m => new Token(new TextRange(m.Index, m.Index + m.Length), m.Value, m.Value, char.IsPunctuation(m.Value[0]) ? Upos.Punct : Upos.X, "", -1, "")).ToArray();
        var article = new Article("test", 1, null, null, PublishedBasis.None, null, text, [new Block(BlockKind.Paragraph, new TextRange(0, text.Length))]);
        return new AnnotatedDocument(article, [.. tokens], [new Sentence(0, tokens.Length, new TextRange(0, text.Length), 0)], []);
    }

    // What the words are, and what they mean in an article of 8 December 2021.
    [TestCase("The Treasury on December 7 said", "on December 7", "2021-12-07")]
    [TestCase("left the deal in May 2018 and", "in May 2018", "2018-05")]
    [TestCase("imposed earlier this year on", "earlier this year", "2021")]
    [TestCase("was renewed this month by", "this month", "2021-12")]
    [TestCase("said on Friday that", "on Friday", "2021-12-03")]
    [TestCase("said on Wednesday that", "on Wednesday", "2021-12-08")]
    [TestCase("said late on Monday that", "late on Monday", "2021-12-06")]
    [TestCase("said on Friday evening that", "on Friday evening", "2021-12-03")]
    [TestCase("Today the Council", "Today", "2021-12-08")]
    [TestCase("was listed on February 29 and", "on February 29", "2020-02-29")]
    [TestCase("were listed on February 24 and 31 officials", "on February 24", "2021-02-24")]
    [TestCase("listed 48 hours ago.", "48 hours ago", "2021-12-06")]
    [TestCase("listed 12 hours ago.", "12 hours ago", "2021-12-08")]
    [TestCase("said last evening that", "last evening", "2021-12-07")]
    [TestCase("announced yesterday.", "yesterday", "2021-12-07")]
    [TestCase("signed last night.", "last night", "2021-12-07")]
    [TestCase("announced this morning.", "this morning", "2021-12-08")]
    [TestCase("listed last Friday.", "last Friday", "2021-12-03")]
    [TestCase("listed last Wednesday.", "last Wednesday", "2021-12-01")]
    [TestCase("listed last month.", "last month", "2021-11")]
    [TestCase("listed last year.", "last year", "2020")]
    [TestCase("listed last week.", "last week", "2021-11-29/2021-12-05")]
    [TestCase("listed this week.", "this week", "2021-12")]
    [TestCase("listed earlier this week.", "earlier this week", "2021-12")]
    [TestCase("listed two days ago.", "two days ago", "2021-12-06")]
    [TestCase("listed six weeks ago.", "six weeks ago", "2021-10")]
    [TestCase("listed three months ago.", "three months ago", "2021-09")]
    [TestCase("One year ago the UK", "One year ago", "2020")]
    [TestCase("listed 10 years ago.", "10 years ago", "2011")]
    [TestCase("a couple of years ago they", "a couple of years ago", "2019")]
    [TestCase("several years ago they", "several years ago", null)]
    [TestCase("a few weeks ago they", "a few weeks ago", null)]
    [TestCase("at the weekend they", "at the weekend", "2021-12-04/2021-12-05")]
    [TestCase("over the weekend they", "over the weekend", "2021-12-04/2021-12-05")]
    [TestCase("In July, the bank", "In July", "2021-07")]
    [TestCase("In December the bank", "In December", "2021-12")]
    [TestCase("last July the bank", "last July", "2021-07")]
    [TestCase("last December the bank", "last December", "2020-12")]
    [TestCase("this April the bank", "this April", "2021-04")]
    [TestCase("on 20 December they", "on 20 December", "2021-12-20")]
    [TestCase("on 20 March they", "on 20 March", "2021-03-20")]
    [TestCase("in August last year.", "in August last year", "2020-08")]
    [TestCase("in February of last year.", "in February of last year", "2020-02")]
    [TestCase("in January of this year.", "in January of this year", "2021-01")]
    [TestCase("on May 16 of this year.", "on May 16 of this year", "2021-05-16")]
    [TestCase("in August of 2014 the", "in August of 2014", "2014-08")]
    [TestCase("on 7 December 2021 the", "on 7 December 2021", "2021-12-07")]
    [TestCase("on Dec. 7 the", "on Dec. 7", "2021-12-07")]
    [TestCase("on Sept. 29, 2020, the", "on Sept. 29, 2020", "2020-09-29")]
    [TestCase("on Monday, March 29, the", "on Monday, March 29", "2021-03-29")]
    [TestCase("on Tuesday (March 30) the", "on Tuesday (March 30)", "2021-03-30")]
    [TestCase("on Friday, December 18, 2020, the", "on Friday, December 18, 2020", "2020-12-18")]
    [TestCase("on the 30th of July they", "on the 30th of July", "2021-07-30")]
    [TestCase("THIS 24TH DAY OF FEBRUARY 2020", "24TH DAY OF FEBRUARY 2020", "2020-02-24")]
    [TestCase("since 2014 the", "since 2014", "2014")]
    [TestCase("back in May they", "back in May", "2021-05")]
    [TestCase("in the early 1990s they", "in the early 1990s", "199X")]
    [TestCase("in early 2016, they", "in early 2016", "2016")]
    [TestCase("in mid-2015, they", "in mid-2015", "2015")]
    [TestCase("at the beginning of 2016, they", "at the beginning of 2016", "2016")]
    [TestCase("in late September they", "in late September", "2021-09")]
    [TestCase("in the summer of 2018 they", "in the summer of 2018", "2018")]
    [TestCase("in the third quarter of 2019 they", "in the third quarter of 2019", "2019-07/2019-09")]
    [TestCase("listed 2020-11-15 by", "2020-11-15", "2020-11-15")]
    [TestCase("listed 12/07/2021 by", "12/07/2021", "2021-12-07")]
    [TestCase("listed 7/12/2021 by", "7/12/2021", "2021-12-07")]
    [TestCase("listed 06/20/2020 by", "06/20/2020", "2020-06-20")]
    [TestCase("listed 16.08.2020 by", "16.08.2020", "2020-08-16")]
    [TestCase("on May 5-6, 2020, they", "on May 5-6, 2020", "2020-05-05/2020-05-06")]
    [TestCase("on the anniversary of the vote", "on the anniversary", null)]
    public void Finds_and_resolves(string text, string words, string? edtf)
    {
        var found = DateFinder.Find(Document(text));
        Assert.That(found.Select(d => d.Range.Of(text)), Is.EqualTo(new[] { words }));
        Assert.That(DateResolver.Resolve(found[0].Shape, Published, DateTense.Past).Edtf, Is.EqualTo(edtf));
    }

    [TestCase("will meet on Friday", "2021-12-10")]
    [TestCase("will meet on Wednesday", "2021-12-08")]
    [TestCase("will meet next Wednesday", "2021-12-15")]
    [TestCase("will meet tomorrow", "2021-12-09")]
    [TestCase("will meet next week", "2021-12")]
    [TestCase("will meet next month", "2022-01")]
    [TestCase("will meet next year", "2022")]
    [TestCase("will expire in January", "2022-01")]
    [TestCase("will expire in December", "2021-12")]
    [TestCase("will expire on 15 March", "2022-03-15")]
    [TestCase("will expire on 15 December", "2021-12-15")]
    [TestCase("will meet this weekend", "2021-12-11/2021-12-12")]
    [TestCase("will expire next July", "2022-07")]
    public void Looks_ahead_where_the_act_does(string text, string edtf) =>
        Assert.That(DateResolver.Resolve(DateFinder.Find(Document(text))[0].Shape, Published, DateTense.Future).Edtf, Is.EqualTo(edtf));

    [TestCase("on Friday", null, null)]
    [TestCase("earlier this year", null, null)]
    [TestCase("on December 7", "XXXX-12-07", "explicit")]
    [TestCase("in July", "XXXX-07", "explicit")]
    [TestCase("on Monday, March 29", "XXXX-03-29", "explicit")]
    [TestCase("in 2017", "2017", "explicit")]
    [TestCase("12/07/2021", "2021-12-07", "explicit")]
    public void Without_a_publication_date_only_explicit_words_count(string text, string? edtf, string? basis) =>
        Assert.That(DateResolver.Resolve(DateFinder.Find(Document(text))[0].Shape, null, DateTense.Past), Is.EqualTo(new DateValue(edtf, basis)));

    [TestCase("a year later", "2017-06-05", "2018")]
    [TestCase("two months later", "2003-05", "2003-07")]
    [TestCase("four days later", "1991-07-10", "1991-07-14")]
    [TestCase("a day earlier", "2024-12-19", "2024-12-18")]
    [TestCase("the next day", "2024-12-31", "2025-01-01")]
    [TestCase("the following year", "2011-02", "2012")]
    [TestCase("the same month", "2016-02-16", "2016-02")]
    [TestCase("the same day", "2006-12-05", "2006-12-05")]
    [TestCase("in July of that year", "2006-04", "2006-07")]
    [TestCase("that June", "2006-04", "2006-06")]
    [TestCase("the following April", "2023-10", "2024-04")]
    [TestCase("the following April", "2023-02", "2023-04")]
    [TestCase("in June", "2011", "2011-06")]
    [TestCase("in April", "2019-10", "2020-04")]
    [TestCase("in October", "2019-04", "2019-10")]
    [TestCase("on the 30th", "1998-05-13", "1998-05-30")]
    [TestCase("on the sixth", "1990-08", "1990-08-06")]
    [TestCase("on the 31st", "1990-06", null)]
    [TestCase("on the same day", null, null)]
    public void Counts_on_from_the_date_before(string text, string? previous, string? edtf) =>
        Assert.That(DateResolver.Resolve(DateFinder.Find(Document(text))[0].Shape, Published, DateTense.Past, previous).Edtf, Is.EqualTo(edtf));

    [TestCase("It may impose sanctions")]
    [TestCase("The march of 1000 people")]
    [TestCase("froze 2000 accounts")]
    [TestCase("the second listing of six banks")]
    [TestCase("for six months")]
    [TestCase("May ruled it out")]
    [TestCase("the sun sat low")]
    [TestCase("a day of talks")]
    [TestCase("some 100 days")]
    [TestCase("Resolution 1970 of the council")]
    public void Leaves_other_words_alone(string text) =>
        Assert.That(DateFinder.Find(Document(text)).Select(d => d.Range.Of(text)), Is.Empty);

    [Test]
    public void The_full_stop_after_a_month_is_no_part_of_it() =>
        Assert.That(DateFinder.Find(Document("on 30 May. They")).Single().Range, Is.EqualTo(new TextRange(0, 9)));

    [TestCase("on June 7 target officials", "on June 7")]
    [TestCase("in June 7 target officials", "in June")]
    public void A_number_that_seems_to_count_what_follows_is_a_day_after_on(string text, string words)
    {
        var document = Document(text);
        var tokens = document.Tokens.SetItem(2, document.Tokens[2] with { Head = 4, Deprel = "nummod" }).SetItem(3, document.Tokens[3] with { Upos = Upos.Noun });
        Assert.That(DateFinder.Find(document with { Tokens = tokens }).Select(d => d.Range.Of(text)), Is.EqualTo(new[] { words }));
    }

    [Test]
    public void Days_counted_from_an_event_have_no_date()
    {
        var found = DateFinder.Find(Document("ten days before the vote")).Single();
        Assert.That((found.Range, found.Shape.Form), Is.EqualTo((new TextRange(0, 15), DateForm.Vague)));
    }

    [Test]
    public void A_story_told_in_order_is_dated_in_order()
    {
        var document = Document("In 2011 the bank was listed, in June two more, and a year later all were freed. On Friday it was over.");
        var dates = DateTimeline.Resolve(DateFinder.Find(document), new DateOnly(2021, 12, 8), _ => DateTense.Past);
        Assert.That(dates.Select(d => d.Edtf), Is.EqualTo(new[] { "2011", "2011-06", "2012", "2021-12-03" }));
    }

    [Test]
    public void The_same_day_is_the_last_day_named_or_that_of_the_news()
    {
        var named = DateTimeline.Resolve(DateFinder.Find(Document("On 3 May 2019, after talks in April, two banks were listed; on the same day a third.")), null, _ => DateTense.Past);
        Assert.That(named[^1].Edtf, Is.EqualTo("2019-05-03"));
        var news = DateTimeline.Resolve(DateFinder.Find(Document("Canada listed two banks on the same day.")), new DateOnly(2021, 12, 8), _ => DateTense.Past);
        Assert.That(news[^1].Edtf, Is.EqualTo("2021-12-08"));
    }

    [Test]
    public void Two_dates_of_a_sentence_are_two()
    {
        const string text = "First imposed in 1992, tightened a year later and suspended on 3 May 1999.";
        Assert.That(DateFinder.Find(Document(text)).Select(d => d.Range.Of(text)), Is.EqualTo(new[] { "in 1992", "a year later", "on 3 May 1999" }));
    }

    [Test]
    public void A_dotted_date_is_found_however_it_is_cut()
    {
        const string text = "16.08.2020";
        var whole = Document(text) with { Tokens = [new Token(new TextRange(0, 10), text, text, Upos.Num, "CD", -1, "")], Sentences = [new Sentence(0, 1, new TextRange(0, 10), 0)] };
        Assert.That(DateFinder.Find(whole).Single().Range, Is.EqualTo(new TextRange(0, 10)));
    }
}
