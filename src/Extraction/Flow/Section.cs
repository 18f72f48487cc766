using System.Collections.Immutable;
using System.Globalization;

namespace Extraction.Flow;

/// <summary>
/// One table of the pipeline file while it is turned into an options record. Each value is asked for by name with its default and
/// range; what nobody asked for is an unknown key, said by <see cref="Close"/>.
/// </summary>
sealed class Section(string path, TableSetting? table, Faults faults, Action<string>? absent = null)
{
    readonly List<string> asked = [];

    public Section Child(string key)
    {
        var inner = path.Length == 0 ? key : $"{path}.{key}";
        switch (Find(key)?.Value)
        {
            case null or ScalarSetting { Text: null }:
                return new(inner, null, faults, absent);
            case TableSetting child:
                return new(inner, child, faults, absent);
            case var other:
                faults.Add(other.Line, $"{inner} is a group of settings; write '{key}:' and its settings indented below");
                return new(inner, null, faults, absent);
        }
    }

    public int Whole(string key, int @default, int min, int max) => Scalar(key) is not { } found
        ? @default
        : int.TryParse(found.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : Wrong(key, found, $"a whole number from {min} to {max}", @default);

    public double Number(string key, double @default, double min, double max) => Scalar(key) is not { } found
        ? @default
        : double.TryParse(found.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : Wrong(key, found, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"), @default);

    public bool Flag(string key, bool @default) => Scalar(key) is not { } found
        ? @default
        : found.Text switch
        {
            "true" => true,
            "false" => false,
            _ => Wrong(key, found, "true or false", @default),
        };

    public DateOnly Date(string key, DateOnly @default) => Scalar(key) is not { } found
        ? @default
        : DateOnly.TryParseExact(found.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : Wrong(key, found, "a date such as 2021-12-07", @default);

    /// <summary>Words; may not be left empty.</summary>
    public string Text(string key, string @default) => Scalar(key) is not { } found
        ? @default
        : found.Text is { Length: > 0 } text ? text : Wrong(key, found, $"a word, such as '{@default}'", @default);

    /// <summary>Words, or null for none.</summary>
    public string? TextOrNull(string key, string? @default) => Scalar(key) is { } found ? found.Text : @default;

    /// <summary>A list of words, or one word for a list of one.</summary>
    public ImmutableArray<string> Texts(string key, ImmutableArray<string> @default)
    {
        var found = Find(key)?.Value;
        var items = found switch
        {
            ListSetting list => list.Items,
            ScalarSetting { Text: not null } => [found],
            _ => [],
        };
        if (found is TableSetting || items.Any(item => item is not ScalarSetting { Text.Length: > 0 }))
        {
            faults.Add(found!.Line, $"{Full(key)} takes a list of words; write '{key}: [first, second]'");
            return @default;
        }

        return found is null or ScalarSetting { Text: null } ? @default : items.IsEmpty ? ImmutableArray<string>.Empty : [.. items.Cast<ScalarSetting>().Select(item => item.Text!)];
    }

    /// <summary>One of the lower-case names of an enum.</summary>
    public T Choice<T>(string key, T @default)
        where T : struct, Enum
    {
        if (Scalar(key) is not { } found)
        {
            return @default;
        }

        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToArray();
        var at = Array.IndexOf(names, found.Text);
        return at >= 0 ? Enum.GetValues<T>()[at] : Wrong(key, found, $"one of {string.Join(", ", names)}", @default);
    }

    /// <summary>Says which keys of the table are unknown, with the nearest known one.</summary>
    public void Close()
    {
        foreach (var key in table?.Keys.Where(k => !asked.Contains(k.Key)) ?? [])
        {
            var where = path.Length == 0 ? "at the top" : $"under '{path}'";
            var near = asked.MinBy(known => Distance(known, key.Key));
            var isNear = near is not null && Distance(near, key.Key) <= 1 + (key.Key.Length / 2);
            var advice = isNear ? $"write '{near}'" : $"known are {string.Join(", ", asked)}";
            faults.Add(key.Line, $"'{key.Key}' is no key {where}; {advice}");
        }
    }

    /// <summary>Adds what is wrong with the section as a whole, where its values are each in range.</summary>
    public void Report(IEnumerable<string> wrongs)
    {
        foreach (var wrong in wrongs)
        {
            faults.Add(table?.Line ?? 0, $"{path}: {wrong}");
        }
    }

    ScalarSetting? Scalar(string key)
    {
        switch (Find(key)?.Value)
        {
            case null:
                return null;
            case ScalarSetting scalar:
                return scalar;
            case var other:
                faults.Add(other.Line, $"{Full(key)} takes one value; write '{key}: value' on one line");
                return null;
        }
    }

    KeySetting? Find(string key)
    {
        asked.Add(key);
        var found = table?.Keys.FirstOrDefault(k => k.Key == key);
        if (found is null)
        {
            absent?.Invoke(Full(key));
        }

        return found;
    }

    T Wrong<T>(string key, ScalarSetting found, string wanted, T @default)
    {
        var written = found.Text is null ? "nothing" : $"'{found.Text}'";
        faults.Add(found.Line, $"{Full(key)} is {written}; write {wanted}");
        return @default;
    }

    string Full(string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>Levenshtein distance.</summary>
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
