using Extraction.Documents;
using Extraction.Relate.Roles;
using Extraction.Relate.Targets;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Roles;

public sealed class RoleFinderTests
{
    [TestCase("Kestrel , a trading company , was hit by Olander", 8, "trading company")]
    [TestCase("Kestrel , whose fighters block Olander", 5, null)]
    [TestCase("Kestrel , its director Olander for fraud , was hit", 4, null)]
    public void WhatStandsBehindANameIsItsRoleUnlessItIsAnother(string text, int person, string? role)
    {
        var s = Flat.Document(text, [], [new(0, 1, NameType.Organization), new(person, person + 1, NameType.Person)]).Sentences[0];
        Assert.That(RoleFinder.Find(new Nominal(s, 0, 1, 0, NominalKind.Name, TargetType.Organization, null))?.Text, Is.EqualTo(role));
    }
}
