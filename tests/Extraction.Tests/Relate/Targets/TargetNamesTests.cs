using Extraction.Relate.Targets;

namespace Extraction.Tests.Relate.Targets;

public sealed class TargetNamesTests
{
    [TestCase("Nicolás Maduro’s", "nicolas maduros")]
    [TestCase("Nicola\u0301s", "nicolas")]
    [TestCase("the Işık-Çelik Co.", "isık celik co")]
    public void AccentsDoNotTellTwoNamesApart(string name, string normal) => Assert.That(TargetNames.Normalize(name), Is.EqualTo(normal));

    [TestCase("cuban police", "cuban revolutionary national police", true)]
    [TestCase("central bank of iran", "central bank of the islamic republic of iran", true)]
    [TestCase("cuban army", "cuban revolutionary national police", false)]
    [TestCase("iran", "iran air", false)]
    [TestCase("bank of syria", "bank of trade", false)]
    [TestCase("cuban police", "cuban police", false)]
    public void AHeadlineLeavesWordsOfANameOut(string shorter, string longer, bool expected) =>
        Assert.That(TargetNames.IsHeadlineFor(shorter, longer), Is.EqualTo(expected));
}
