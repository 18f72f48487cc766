using System.Data.Common;
using Extraction.Sinks.Delivery;
using Npgsql;

namespace Extraction.Sinks.Postgres;

/// <summary>
/// How a PostgreSQL server is named: <c>postgres:Host=…;Database=…</c>, <c>postgres://user@host:port/database</c>, nothing (then
/// <c>PGHOST</c>, <c>PGPORT</c>, <c>PGDATABASE</c> say), or <c>postgres:env:NAME</c> and <c>postgres:file:PATH</c> where a whole
/// connection string is kept. A password may be only there, in <c>PGPASSWORD</c> or in a password file (<c>PGPASSFILE</c>, <c>~/.pgpass</c>):
/// command lines are seen by everybody on the machine and configuration files get committed.
/// </summary>
static class PostgresAddress
{
    /// <param name="text">What follows <c>postgres:</c>.</param>
    /// <param name="environment">Reads environment variables.</param>
    /// <exception cref="FormatException">With no part of the text in its message, since that part might be a secret.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text, Func<string, string?> environment)
    {
        if (text.StartsWith("env:", StringComparison.Ordinal))
        {
            return Builder(environment(text[4..]) ?? throw new FormatException($"the environment variable {Plain.Line(text[4..])} is not set"), environment);
        }

        if (text.StartsWith("file:", StringComparison.Ordinal))
        {
            return Builder(Content(text[5..]), environment);
        }

        var builder = Builder(text, environment);
        return string.IsNullOrEmpty(builder.Password)
            ? builder
            : throw new FormatException("an address may hold no password; put it into PGPASSWORD, a password file, or use postgres:env:NAME or postgres:file:PATH");
    }

    static NpgsqlConnectionStringBuilder Builder(string text, Func<string, string?> environment)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = text.StartsWith("//", StringComparison.Ordinal) ? FromUri("postgres:" + text)
                : text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal) ? FromUri(text)
                : new(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            // Without what was written: it may be a password with a stray semicolon.
            throw new FormatException("not a PostgreSQL address; write postgres:Host=…;Database=…;Username=… or postgres://user@host:port/database");
        }

        // An address may leave either empty: postgres:///news, postgres://host.
        builder.Host = NotEmpty(builder.Host) ?? environment("PGHOST") ?? "localhost";
        builder.Database = NotEmpty(builder.Database) ?? environment("PGDATABASE") ?? builder.Username ?? environment("PGUSER") ?? "postgres";
        if (!NamesPort(builder) && int.TryParse(environment("PGPORT"), out var port))
        {
            builder.Port = port;
        }

        builder.ApplicationName ??= "extraction";
        builder.IncludeErrorDetail = false;
        builder.PersistSecurityInfo = false;
        return builder;
    }

    static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // Npgsql's builder contains every keyword that it knows, written or not.
    static bool NamesPort(NpgsqlConnectionStringBuilder builder) => new DbConnectionStringBuilder { ConnectionString = builder.ConnectionString }.ContainsKey("Port");

    static NpgsqlConnectionStringBuilder FromUri(string text)
    {
        var uri = new Uri(text);
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder { Host = Uri.UnescapeDataString(uri.Host), Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')) };
        if (uri.Port > 0)
        {
            builder.Port = uri.Port;
        }

        if (user[0].Length > 0)
        {
            builder.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            builder.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            builder[Uri.UnescapeDataString(pair[0])] = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
        }

        return builder;
    }

    static string Content(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"the connection string cannot be read: {e.Message}");
        }
    }
}
