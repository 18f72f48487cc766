using Extraction.Relate.Lexicon;

namespace Extraction.Tests.Relate.Lexicon;

public sealed class RelevanceTests
{
    [TestCase("The council imposed sanctions on him.", true, true)]
    [TestCase("He lost his visa.", true, true)]
    [TestCase("Kestrel Sdn Bhd sells tyres.", true, false)]
    [TestCase("The bank is on the SDN list.", true, true)]
    [TestCase("The player was banned for two matches.", true, false)]
    [TestCase("He designated a successor in the advisable way.", true, false)]
    [TestCase("The bank in the urban sidebar.", false, false)]
    public void SomeWordsAreOfOtherFieldsToo(string text, bool matters, bool isPlain)
    {
        Assert.That(Relevance.Matches(text), Is.EqualTo(matters));
        Assert.That(Relevance.IsPlain(text), Is.EqualTo(isPlain));
    }
}
