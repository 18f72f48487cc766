using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Extraction.Flow;

/// <summary>A value as the user wrote it, with its line: a scalar, a list or a table of keys.</summary>
public abstract record Setting(int Line);

/// <summary>A plain value. <see cref="Text"/> is null for <c>null</c>, <c>~</c> and nothing at all.</summary>
public sealed record ScalarSetting(int Line, string? Text) : Setting(Line);

public sealed record ListSetting(int Line, ImmutableArray<Setting> Items) : Setting(Line);

public sealed record TableSetting(int Line, ImmutableArray<KeySetting> Keys) : Setting(Line);

/// <summary>One <c>key: value</c>.</summary>
public sealed record KeySetting(string Key, int Line, Setting Value);

/// <summary>A pipeline file as written: nothing resolved, nothing filled in, everything with its line.</summary>
public sealed record PipelineFile(string Name, TableSetting Root)
{
    /// <summary>A file that says nothing: all defaults.</summary>
    public static PipelineFile Empty(string name) => new(name, new(1, []));

    /// <summary>Reads YAML. A syntax error ends the reading, with its line; keys and values are checked later, all at once.</summary>
    public static PipelineFile Parse(string name, TextReader text, Faults faults)
    {
        try
        {
            var parser = new Parser(text);
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return Empty(name);
            }

            var root = Read(parser, faults);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
            {
                faults.Add((int)second.Start.Line, "only one YAML document is read; delete this '---' and what follows it");
            }

            switch (root)
            {
                case TableSetting table:
                    return new(name, table);
                case ScalarSetting { Text: null }:
                    return Empty(name);
                default:
                    faults.Add(root.Line, "write 'key: value' lines, such as 'run:' with '  parallelism: 2' below it");
                    return Empty(name);
            }
        }
        catch (YamlException e)
        {
            faults.Add((int)e.Start.Line, $"not YAML: {e.Message}");
            return Empty(name);
        }
    }

    static Setting Read(Parser parser, Faults faults)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            var isNull = scalar is { Style: ScalarStyle.Plain, Value: "" or "null" or "~" };
            return new ScalarSetting((int)scalar.Start.Line, isNull ? null : scalar.Value);
        }

        if (parser.TryConsume<SequenceStart>(out var list))
        {
            var items = ImmutableArray.CreateBuilder<Setting>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Read(parser, faults));
            }

            return new ListSetting((int)list.Start.Line, items.ToImmutable());
        }

        if (parser.TryConsume<MappingStart>(out var table))
        {
            return new TableSetting((int)table.Start.Line, Keys(parser, faults));
        }

        var alias = parser.Consume<AnchorAlias>();
        throw new YamlException(alias.Start, alias.End, "anchors and aliases are not read; write the value out");
    }

    static ImmutableArray<KeySetting> Keys(Parser parser, Faults faults)
    {
        var keys = ImmutableArray.CreateBuilder<KeySetting>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var line = (int)key.Start.Line;
            var value = Read(parser, faults);
            if (keys.FirstOrDefault(k => k.Key == key.Value) is { } first)
            {
                faults.Add(line, $"'{key.Value}' is here a second time (first on line {first.Line}); keep one of the two");
            }
            else
            {
                keys.Add(new(key.Value, line, value));
            }
        }

        return keys.ToImmutable();
    }
}
