using Extraction.Sinks.Postgres;

namespace Extraction.Sinks.Tests.Postgres;

[TestFixture]
public sealed class PostgresAddressTests
{
    [TestCase("", 6000)]
    [TestCase("Host=h", 6000)]
    [TestCase("//h/news", 6000)]
    [TestCase("Host=h;Port=5432", 5432)]
    [TestCase("//h:5432/news", 5432)]
    [TestCase("//h/news?port=7000", 7000)]
    public void ThePortIsThatOfTheEnvironmentWhereNoneIsNamed(string text, int port) =>
        Assert.That(PostgresAddress.Parse(text, name => name == "PGPORT" ? "6000" : null).Port, Is.EqualTo(port));

    [TestCase("///news", "server", "news")]
    [TestCase("Host=;Database=news", "server", "news")]
    [TestCase("//h", "h", "base")]
    [TestCase("//h/", "h", "base")]
    public void WhatAnAddressLeavesEmptyIsThatOfTheEnvironment(string text, string host, string database)
    {
        var builder = PostgresAddress.Parse(text, name => name switch { "PGHOST" => "server", "PGDATABASE" => "base", _ => null });
        Assert.That((builder.Host, builder.Database), Is.EqualTo((host, database)));
    }
}
