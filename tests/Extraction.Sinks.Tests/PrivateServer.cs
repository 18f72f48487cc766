using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Extraction.Sinks.Tests;

/// <summary>A PostgreSQL of the tests' own, started once by <c>tests/postgres.sh</c>; the tests that want it are skipped where there is none.</summary>
[SetUpFixture]
public sealed class PrivateServer
{
    const int NoServerHere = 3;

    static string folder = "";
    static string? why;
    static string? shared;

    public static int Port { get; private set; }

    [OneTimeSetUp]
    public void Start()
    {
        folder = Path.Combine(Path.GetTempPath(), $"extraction-pg-{Environment.ProcessId}");
        Port = FreePort();
        var code = Script("start", out var error);
        why = code switch
        {
            0 => null,
            NoServerHere => error,
            _ => throw new InvalidOperationException($"postgres.sh ended with {code}: {error}"),
        };
    }

    [OneTimeTearDown]
    public void Stop()
    {
        if (why is null)
        {
            Script("stop", out _);
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Makes an empty database and gives its address (what follows <c>postgres:</c>).</summary>
    public static string NewDatabase([CallerMemberName] string test = "")
    {
        if (why is not null)
        {
            Assert.Ignore(why);
        }

        var name = $"{test.ToLowerInvariant()}_{Guid.NewGuid():N}"[..Math.Min(60, test.Length + 33)];
        using var connection = new NpgsqlConnection(Address("postgres") + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
        command.ExecuteNonQuery();
        return Address(name);
    }

    /// <summary>One database for many small tests in a row, emptied each time.</summary>
    public static string SharedDatabase()
    {
        if (shared is null)
        {
            shared = NewDatabase("shared");
        }
        else
        {
            Query(shared, "TRUNCATE documents, events, records, evidence, spans, measures, objectives");
        }

        return shared;
    }

    /// <summary>Kills the server as a power cut would and starts it again.</summary>
    public static void Restart() => Assert.That((Script("restart", out var error), error), Is.EqualTo((0, "")));

    public static string Address(string database, int? port = null) => $"Host=127.0.0.1;Port={port ?? Port};Database={database};Username=postgres";

    /// <summary>The first column of every row.</summary>
    public static List<string> Query(string address, string sql)
    {
        using var source = NpgsqlDataSource.Create(address + ";Pooling=false");
        using var command = source.CreateCommand(sql);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{reader.GetValue(0)}"));
        }

        return rows;
    }

    static int Script(string action, out string error)
    {
        var start = new ProcessStartInfo("bash", [Find(), action, folder, $"{Port}"]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        error = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../postgres.sh"));
}
