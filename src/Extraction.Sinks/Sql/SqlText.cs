using System.Collections.Immutable;
using System.Reflection;

namespace Extraction.Sinks.Sql;

/// <summary>A numbered step that brings a schema to <paramref name="Version"/>. Never edited once released: a change is a new step.</summary>
public sealed record Migration(int Version, string Name, string Sql);

/// <summary>The SQL files of this assembly.</summary>
public static class SqlText
{
    static readonly Assembly Home = typeof(SqlText).Assembly;

    /// <summary>All steps for a database kind ("sqlite", "postgres"), in order.</summary>
    public static ImmutableArray<Migration> Migrations(string kind) =>
    [
        .. Home.GetManifestResourceNames()
            .Where(name => name.StartsWith($"sql/{kind}/", StringComparison.Ordinal) && char.IsAsciiDigit(name[$"sql/{kind}/".Length]))
            .Order(StringComparer.Ordinal)
            .Select(name => new Migration(int.Parse(name.AsSpan($"sql/{kind}/".Length, 3), null), Path.GetFileNameWithoutExtension(name), Read(name))),
    ];

    /// <summary>One file, such as <c>sqlite/upsert.sql</c>.</summary>
    public static string Of(string file) => Read("sql/" + file);

    static string Read(string name)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly"));
        return reader.ReadToEnd();
    }
}
