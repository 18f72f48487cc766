using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Syntax;

public sealed class ContextualNamesTests
{
    [TestCase("ECOWAS met and the bloc voted", "Economic Community of West African States")]
    [TestCase("European Union envoys heard African Union officials before the bloc voted", "African Union")]
    [TestCase("officials said the bloc voted before European Union envoys left", "European Union")]
    [TestCase("officials of the Treasury voted", "United States")]
    [TestCase("The Department of State designates them", "United States")]
    [TestCase("The Department designates them under Section 7031 ( c )", "United States")]
    [TestCase("The Council today repealed the ban", "European Union")]
    [TestCase("United Nations experts saw that the Council kept the restrictive measures", "European Union")]
    [TestCase("Security Council members said the Council kept the restrictive measures", "United Nations")]
    [TestCase("United Nations experts saw that the Council kept the ban", "United Nations")]
    public void AContextualNameStandsForWhomTheArticleNamed(string text, string authority) =>
        Assert.That(Flat.Document(text).Sentences[0].Authorities.Select(a => a.Entry.Name), Has.Member(authority));

    [TestCase("rebels said the group would vote")]
    [TestCase("farmers said the bloc would vote")]
    public void OneThatTheArticleExplainsByNothingNamesNobody(string text) =>
        Assert.That(Flat.Document(text).Sentences[0].Authorities, Is.Empty);
}
