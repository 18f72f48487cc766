using Extraction.Documents;
using Extraction.Relate.Roles;
using Extraction.Relate.Targets;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Roles;

public sealed class RoleFinderTests
{
    [TestCase("Kestrel , a trading company , was hit", "trading company")]
    [TestCase("Kestrel , its director Olander for fraud , was hit", null)]
    public void WhatStandsBehindANameIsItsRoleUnlessItIsAnother(string text, string? role)
    {
        var s = Flat.Document(text, [], [new(0, 1, NameType.Organization)], possessives: ["its"]).Sentences[0];
        Assert.That(RoleFinder.Find(new Nominal(s, 0, 1, 0, NominalKind.Name, TargetType.Organization, null))?.Text, Is.EqualTo(role));
    }
}
