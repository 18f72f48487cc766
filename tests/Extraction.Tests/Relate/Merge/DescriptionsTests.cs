using Extraction.Documents;
using Extraction.Relate.Merge;
using Extraction.Relate.Targets;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Merge;

public sealed class DescriptionsTests
{
    [TestCase("17 commander", "seventeen people", true)]
    [TestCase("17 commander", "18 commander", false)]
    [TestCase("17 commander", "17 judge", false)]
    [TestCase("17 people", "17 vessel", false)]
    [TestCase("17 ship", "17 vessel", true)]
    [TestCase("17 commander", "17 other", true)]
    [TestCase("three people", "three judge", false)]
    public void ANumberTellsASet(string one, string other, bool same) => Assert.That(Descriptions.Same(Of(one), Of(other)), Is.EqualTo(same));

    [TestCase("seventy-one", 71)]
    [TestCase("1,200", 1200)]
    [TestCase("Nineteen", 19)]
    [TestCase("ninety", 90)]
    [TestCase("dozens", null)]
    [TestCase("twenty-twenty", null)]
    public void NumbersInWordsAreNumbers(string words, int? value) => Assert.That(Numerals.Value(words), Is.EqualTo(value));

    // A number and a noun.
    static Nominal Of(string words)
    {
        var s = Flat.Document(words, [], [], numbers: ["17", "18", "three", "seventeen"]).Sentences[0];
        return new(s, 0, 2, 1, NominalKind.Common, TargetType.Group, null);
    }
}
