using Extraction.Documents;
using Extraction.Relate;
using Extraction.Relate.Syntax;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate;

public sealed class RelatorTests
{
    [TestCase(60, 0, TestName = "OnALongPageOfOtherThingsAnActMustBeStatedNearItsTargets")]
    [TestCase(20, 1, TestName = "AShortPageWithOneWordOfTheFieldMayBeAboutIt")]
    public void WhatIsFarFromAnyWordOfTheFieldNeedsAnArticleAboutIt(int sentences, int kept) =>
        Assert.That(Merged("Guests came and went", sentences), Has.Count.EqualTo(kept));

    [Test]
    public void WhatIsStatedStaysOnALongPageToo() =>
        Assert.That(Merged("Guests were hit by sanction", 60), Has.Count.EqualTo(1));

    // The first sentence names the target; one far behind says "sanctions", and the others nothing.
    static List<Extraction.Relate.Merge.MergedEvent> Merged(string first, int sentences)
    {
        var text = string.Join(" // ", [first, .. Enumerable.Repeat("they ate", sentences - 2), "old sanctions remain"]);
        var document = Flat.Document(text, new NameMention(0, 1, NameType.Organization));
        return Relator.Merged(document, Records.Of(document).Proposals);
    }
}
