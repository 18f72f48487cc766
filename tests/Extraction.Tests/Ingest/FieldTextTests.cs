using Extraction.Documents;
using Extraction.Ingest;

namespace Extraction.Tests.Ingest;

public sealed class FieldTextTests
{
    [TestCase("Plain & simple: 3 < 5, AT&T; <unclear> stays.")]
    [TestCase("Two\n\nparagraphs.")]
    public void Plain_text_is_left_alone(string text) => Assert.That(FieldText.Of(text), Is.EqualTo((text, BodyFormat.PlainText)));

    [TestCase("Venezuela&#39;s&nbsp;bank &amp; others", "Venezuela's\u00A0bank & others")]
    [TestCase("One\n\n<a href=\"/x\"><strong>Ivan Petrov</strong></a> was listed.", "One\n\nIvan Petrov was listed.")]
    public void Entities_and_inline_tags_are_resolved_in_place(string text, string expected) => Assert.That(FieldText.Of(text), Is.EqualTo((expected, BodyFormat.PlainText)));

    [Test]
    public void Escaped_html_is_html() => Assert.That(FieldText.Of("&lt;p&gt;One &amp;amp; two.&lt;/p&gt;"), Is.EqualTo(("<p>One &amp; two.</p>", BodyFormat.Html)));

    [TestCase("<p>One.</p><p>Two.</p>")]
    [TestCase("One.<br/>Two.")]
    public void Paragraphs_of_html_are_html(string text) => Assert.That(FieldText.Of(text), Is.EqualTo((text, BodyFormat.Html)));
}
