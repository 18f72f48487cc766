using System.Diagnostics;
using Extraction.Clean;
using Extraction.Documents;
using Extraction.Documents.Markup;

namespace Extraction.Tests.Clean;

/// <summary>Pages made to take hours, and the limit that is no time: what is read is the same on every machine.</summary>
internal sealed class HostilePageTests
{
    private const string Sentence = "The ministry said on Tuesday that it had frozen the accounts of four shipping firms registered in the port city.";

    private static readonly Dictionary<string, Func<string>> Pages = new()
    {
        ["deep"] = () => Many(400_000, _ => "<b>"),
        ["deep with stray end tags"] = () => Many(200_000, _ => "<div></i>"),
        ["formatting left open"] = () => Many(200_000, i => $"<p><b id={i}></p>x"),
        ["fonts left open in divisions"] = () => Many(200_000, i => $"<div><font id={i}></div>x"),
        ["five hundred left open in every paragraph"] = () => Many(500, i => $"<p><b id={i}></p>") + Many(1_000_000, _ => "<p>x"),
        ["attributes"] = () => $"<div {Many(800_000, i => $"a{i} ")}>",
        ["attributes behind a quote"] = () => $"<div x=\">\" {Many(800_000, i => $"a{i} ")}>",
        ["adopted children"] = () => $"<b><div>{Many(1_500_000, _ => "<br>")}</b>",
        ["adopted children, few enough for a tree"] = () => $"<b><div>{Many(9_000, _ => "<br>")}</b>",
        ["attributes, few enough for a tree"] = () => Many(1_500, _ => $"<p {Many(490, i => $"aaaaaaaa{i} ")}>"),
        ["left open, few enough for a tree"] = () => Many(100, i => $"<p><b id={i}></p>") + Many(400, _ => "<p>x"),
        ["nested, not too deep for a tree"] = () => Many(500, _ => "<div>") + Many(59_000, _ => "<p>x"),
        ["misplaced in a table, few enough for a tree"] = () => "<table>" + Many(59_000, _ => "<br>"),
        ["adopted again and again"] = () => $"{Many(400, i => $"<b id={i}>")}<div>{Many(150_000, _ => "<br>")}{Many(400, _ => "</b>")}",
        ["markup in a comment that opens a script"] = () => "<!--<script>-->" + Many(200_000, i => $"<p><b id={i}></p>x"),
        ["markup in a drawing's style"] = () => "<svg><style>" + Many(200_000, i => $"<p><b id={i}></p>x"),
        ["tables in tables"] = () => Many(100_000, _ => "<table><tr><td>"),
        ["links left open"] = () => Many(500_000, i => $"<a href={i}>x"),
        ["lists"] = () => Many(700_000, _ => "<ul><li>x</ul>"),
        ["unclosed quote"] = () => Many(1_000_000, _ => "<a x=\"<p>"),
        ["misplaced in a table"] = () => "<table>" + Many(1_000_000, _ => "x<b>y"),
        ["a calendar in one line"] = () => $"<h1>Ministry Freezes Accounts Of Four Firms</h1><p>May 2019{Many(43, _ => " ,1")}!</p><p>{Sentence}</p>",
        ["a word of capitals before a year"] = () => $"<p>{new string('A', 80)} 2021 {Sentence} {Sentence}</p>",
        ["a headline with many tails"] = () => $"<h2>aaaa bbbb cccc dddd{Many(200_000, _ => " | a")}</h2><h2>Another heading of words</h2><p>{Sentence}</p>",
        ["select"] = () => "<select>" + Many(1_000_000, _ => "<option>"),
        ["entities"] = () => "<p>" + Many(1_500_000, _ => "&amp"),
    };

    private static IEnumerable<string> Names => Pages.Keys;

    [TestCaseSource(nameof(Names))]
    public void APageMadeToTakeLongIsReadInBoundedTime(string name)
    {
        var page = $"<html><body><p>{Sentence}</p>{Pages[name]()}<p>{Sentence} Then it froze four more, officials said.</p></body></html>";
        var clock = Stopwatch.StartNew();
        try
        {
            Cleaning.Html(page);
        }
        catch (DocumentException e)
        {
            Assert.That(e.Code, Is.EqualTo("clean/too-slow").Or.EqualTo("clean/no-body"));
        }

        TestContext.Out.WriteLine($"{name}: {page.Length} characters, {clock.ElapsedMilliseconds} ms, {TreeCost.Of(page)}");
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [TestCase("<p>one<p>two <b>three</b>", 1, 4L, 0)]
    [TestCase("<div a=1 b='>' c><i><br></i></div>", 2, 5L, 3)]
    [TestCase("<b><b></i></i>", 2, 4L, 0)]
    [TestCase("<script>if(a<b&&c<d)e<f</script><div>", 1, 2L, 0)]
    [TestCase("<!-- <div><div> --><div>", 1, 1L, 0)]
    [TestCase("1 < 2 <3 <>", 0, 0L, 0)]
    [TestCase("<div", 1, 1L, 0)]
    [TestCase("<", 0, 0L, 0)]
    public void WhatATreeWouldCostIsSeenFromTheTags(string page, int depth, long elements, int attributes) =>
        Assert.That(TreeCost.Of(page) with { Moves = 0 }, Is.EqualTo(new TreeCost(depth, elements, attributes, 0)));

    [Test]
    public void TheLimitIsOfWorkAndNotOfTime()
    {
        var options = new CleanOptions { MaxMillionSteps = 1 };
        var fits = Many(5_000, _ => Sentence + "\n");
        Assert.That(Cleaning.Plain(fits, options: options), Has.Count.EqualTo(1));
        var failure = Assert.Throws<DocumentException>(() => Cleaning.Plain(fits + fits, options: options))!;
        Assert.That((failure.Code, failure.Message), Is.EqualTo(("clean/too-slow", "page: it takes more than 1 million steps to clean; raise clean.max_million_steps to read it")));
    }

    [Test]
    public async Task WhatIsReadIsTheSameHoweverBusyTheMachineIs()
    {
        var pages = Enumerable.Range(1, 12).Select(i => $"<body>{Many(i * 600, _ => $"<p>{Sentence}</p>")}</body>").ToList();
        var options = new CleanOptions { MaxMillionSteps = 2 };
        var alone = pages.ConvertAll(Outcome);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => Task.Run(() => SpinUntil(stop.Token))).ToArray();
        var busy = await Task.WhenAll(pages.Select(page => Task.Run(() => Outcome(page))));
        await stop.CancelAsync();
        await Task.WhenAll(load);
        Assert.That(busy, Is.EqualTo(alone));
        Assert.That(alone.Distinct().Count(), Is.GreaterThan(2), "some are read, some are too much");

        string Outcome(string page)
        {
            try
            {
                return Cleaning.Html(page, options: options).Single().Text;
            }
            catch (DocumentException e)
            {
                return e.Message;
            }
        }
    }

    private static void SpinUntil(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            Thread.SpinWait(1_000);
    }

    private static string Many(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));
}
