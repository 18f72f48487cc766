using System.Collections.Immutable;
using System.Reflection;

namespace Extraction.Relate.Measures;

/// <summary>
/// Names the kinds of measure and the matters of reasons that words mention, by phrases (topics.txt): what the topic model
/// looks at first. Order of the result is the order of the lists in that file.
/// </summary>
public sealed class TopicTagger
{
    readonly ImmutableArray<(string Topic, string[][] Phrases)> topics;

    TopicTagger(ImmutableArray<(string Topic, string[][] Phrases)> topics) => this.topics = topics;

    public static TopicTagger Measures { get; } = Load("measure:");

    public static TopicTagger Objectives { get; } = Load("objective:");

    /// <summary>The topics that a text mentions.</summary>
    public ImmutableArray<string> Tag(string text)
    {
        var padded = Pad(text);
        return [.. topics.Where(t => t.Phrases.Any(parts => Array.TrueForAll(parts, p => padded.Contains(p, StringComparison.Ordinal)))).Select(t => t.Topic)];
    }

    // Words between single spaces, so that " ban" finds a word that starts with "ban" and " ban " the word itself.
    static string Pad(string text)
    {
        var padded = new char[text.Length + 2];
        var n = 0;
        padded[n++] = ' ';
        foreach (var c in text)
        {
            var letter = char.IsLetterOrDigit(c) || c == '-' ? char.ToLowerInvariant(c) : ' ';
            if (letter != ' ' || padded[n - 1] != ' ') padded[n++] = letter;
        }

        if (padded[n - 1] != ' ') padded[n++] = ' ';
        return new(padded, 0, n);
    }

    static TopicTagger Load(string prefix)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Extraction.Relate.Lexicon.topics.txt")!;
        using var reader = new StreamReader(stream);
        var found = ImmutableArray.CreateBuilder<(string, string[][])>();
        List<string[]>? open = null;
        string? topic = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] != '[')
            {
                open?.Add([.. line.Split(" + ").Select(p => (p[0] == '*' ? p[1..] : " " + p) is var q && q[^1] == '*' ? q[..^1] : q + " ")]);
                continue;
            }

            if (topic is not null) found.Add((topic, [.. open!]));
            topic = line.StartsWith("[" + prefix, StringComparison.Ordinal) ? line[(prefix.Length + 1)..^1] : null;
            open = topic is null ? null : [];
        }

        if (topic is not null) found.Add((topic, [.. open!]));
        return new(found.ToImmutable());
    }
}
