using System.Diagnostics;
using Extraction.Sinks.Postgres;
using Extraction.Sinks.Sqlite;

namespace Extraction.Sinks.Tests;

/// <summary>The real program, eight times at once, with the same file and a store that is not there yet.</summary>
[TestFixture]
public sealed class ManyProcessesTests
{
    const int Processes = 8;

    [TestCase("sqlite")]
    [TestCase("postgres")]
    public async Task EightAtOnceAreAsOne(string kind)
    {
        using var folder = new TempFolder();
        var records = Some.Records(1500);
        folder.Write("r.jsonl", records.Select(Some.Json));
        var place = kind == "sqlite" ? folder["s.db"] : PrivateServer.NewDatabase("eight");
        var ended = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => Run(folder.Root, "load", "r.jsonl", "--to", $"{kind}:{place}")));
        var stored = kind == "sqlite" ? SqliteSource.Read(place) : PostgresSource.Read(place, _ => null);
        Assert.That(ended.Select(end => end.Code), Is.All.Zero, string.Join('\n', ended.Select(end => end.Error)));
        Assert.That(Some.Json(stored), Is.EqualTo(Some.Json(records)));
    }

    static async Task<(int Code, string Error)> Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "extraction"), arguments) { WorkingDirectory = folder, RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }
}
