using System.Collections.Immutable;
using Extraction.Annotate.Recognize;
using Extraction.Annotate.Tokenize;
using Extraction.Documents;

namespace Extraction.Training.Annotate;

/// <summary>
/// Fills our templates of sanctions news with made-up names, because the open corpora have few companies with their legal forms,
/// few armed groups and hardly a list of both. The same seed gives the same sentences.
/// </summary>
public sealed class NameTemplates
{
    private readonly Random _random = new(29);
    private readonly MadeUpNames _names;

    private NameTemplates() => _names = new MadeUpNames(_random);

    /// <summary>Each template filled <paramref name="times"/> times.</summary>
    public static ImmutableArray<NamedSentence> Fill(int times)
    {
        var templates = EmbeddedLists.Lines("name-templates.txt").ToArray();
        var maker = new NameTemplates();
        return [.. Enumerable.Range(0, times).SelectMany(_ => templates.Select(maker.Fill))];
    }

    private NamedSentence Fill(string template)
    {
        var text = new System.Text.StringBuilder();
        var spans = new List<(int Start, int End, NameType Type)>();
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] != '{')
            {
                text.Append(template[at]);
                continue;
            }

            var end = template.IndexOf('}', at);
            var (name, type) = _names.Next(template[at + 1]);
            if (template[at + 2] == '=')
                name = template[(at + 3)..end];
            spans.Add((text.Length, text.Length + name.Length, type));
            text.Append(name);
            at = end;
        }

        return Label(text.ToString(), spans);
    }

    // "Iran-backed" is one token and no name.
    private static bool IsCompound(string text, TextSlice slice, int end) => slice.End > end && text[end] == '-';

    private static NamedSentence Label(string text, List<(int Start, int End, NameType Type)> spans)
    {
        var slices = new List<TextSlice>();
        Tokenizer.Tokenize(text, 0, text.Length, slices);
        var labels = new byte[slices.Count];
        foreach (var (start, end, type) in spans)
        {
            var begins = true;
            for (var at = 0; at < slices.Count; at++)
            {
                if (slices[at].Start < start || slices[at].Start >= end || IsCompound(text, slices[at], end))
                    continue;
                labels[at] = (byte)(begins ? NameLabels.Begin(type) : NameLabels.Inside(type));
                begins = false;
            }
        }

        return new NamedSentence("templates", string.Empty, [.. slices.Select(slice => PlainText.Form(text.AsSpan(slice.Start, slice.Length)))], [.. labels]);
    }
}
