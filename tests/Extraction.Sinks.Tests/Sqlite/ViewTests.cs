using Extraction.Documents;
using Extraction.Sinks.Sqlite;
using Microsoft.Data.Sqlite;

namespace Extraction.Sinks.Tests.Sqlite;

/// <summary>The views answer the usual questions.</summary>
[TestFixture]
public sealed class ViewTests
{
    static readonly SanctionsRecord Threat = Some.Record(0) with { Id = "t", EventId = "t", Status = "planned", Date = null, Published = "2021-03-01", DocumentId = "a", Target = "Acme" };
    static readonly SanctionsRecord Done = Some.Record(0) with { Id = "d", EventId = "d", Date = "2021-05-02", DocumentId = "b", Target = "ACME", Published = "2021-05-03" };
    static readonly SanctionsRecord Other = Done with { Id = "o", EventId = "o", Target = "Beta", DocumentId = "c" };
    static readonly SanctionsRecord Lifted = Done with { Id = "l", EventId = "l", Action = "lift", Target = "Beta", Date = "2022", DocumentId = "e" };

    TempFolder folder = null!;

    [OneTimeSetUp]
    public async Task Load()
    {
        folder = new();
        await Loading.Load(new SqliteStore(folder["s.db"]), [Threat, Done, Other, Lifted]);
    }

    [OneTimeTearDown]
    public void DropFolder() => folder.Dispose();

    [TestCase("SELECT actor || ' ' || target || ' ' || acts || ' ' || first_date FROM who_sanctioned_whom ORDER BY target", "United States ACME 1 2021-05-02", "United States Beta 1 2021-05-02")]
    [TestCase("SELECT threat_id || ' ' || id || ' ' || days_between FROM threats_carried_out", "t d 62")]
    [TestCase("SELECT target FROM in_force", "ACME")]
    [TestCase("SELECT actor || ' ' || year || ' ' || objective || ' ' || records FROM reasons_by_year", "United States 2021 terrorism 2")]
    [TestCase("SELECT measures || ' | ' || evidence FROM sanctions WHERE id = 't'", "designation; asset_freeze | The Treasury blacklisted Company 0 on Tuesday.")]
    [TestCase("SELECT id FROM records WHERE date_from BETWEEN '2022-01-01' AND '2022-01-31'", "l")]
    public void AQuestionHasItsAnswer(string sql, params string[] expected)
    {
        using var connection = SqliteStore.Connect(folder["s.db"], SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        Assert.That(rows, Is.EqualTo(expected));
    }
}
