using System.Text.Json;
using Extraction.Annotate.Recognize;
using Extraction.Annotate.Tokenize;
using Extraction.Documents;

namespace Extraction.Training.Annotate;

/// <summary>
/// re3d: documents as text with entities by character. Descriptions and pronouns, which it marks too, are left out; a person's titles are
/// cut off; the longest entity wins.
/// </summary>
public static class Re3dReader
{
    private static readonly HashSet<string> Titles = new(
        """
        minister secretary president prime foreign defense defence general gen. lt. col. maj. brig. capt. spc. sgt. mr mr. ms mrs dr king sheikh ambassador commander
        chief leader deputy us u.s. uk of state the commodore captain colonel major lieutenant sir lord emperor senator rear vice adm. admiral staff army russian iraqi syrian
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    // Marked as organisations where they act; the other corpora have them as places.
    private static readonly HashSet<string> States = new(StringComparer.Ordinal)
    {
        "U.S.", "US", "UK", "United States", "United Kingdom", "Russia", "Iran", "Iraq", "Syria", "Turkey", "Australia", "Britain", "Israel", "Jordan", "Lebanon", "France",
    };

    public static IEnumerable<NamedSentence> Read(string folder)
    {
        var entities = Lines(folder, "entities.json").ToLookup(entity => entity.GetProperty("documentId").GetString()!);
        foreach (var document in Lines(folder, "documents.json"))
        {
            var id = document.GetProperty("_id").GetString()!;
            foreach (var sentence in Sentences(document.GetProperty("text").GetString()!, [.. entities[id]]))
                yield return sentence;
        }
    }

    private static IEnumerable<JsonElement> Lines(string folder, string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, name)))
        {
            var trimmed = line.Trim().TrimStart('\uFEFF');
            if (trimmed.Length > 0)
                yield return JsonDocument.Parse(trimmed).RootElement;
        }
    }

    private static List<NamedSentence> Sentences(string text, IReadOnlyList<JsonElement> entities)
    {
        var plain = new char[text.Length];
        PlainText.Copy(text, plain);
        var slices = new List<TextSlice>();
        Tokenizer.Tokenize(plain, 0, plain.Length, slices);
        var ends = new List<int>();
        SentenceSplitter.Split(plain, text, slices, 0, ends);
        var forms = slices.Select(slice => PlainText.Form(plain.AsSpan(slice.Start, slice.Length))).ToArray();
        var labels = new byte[slices.Count];
        foreach (var entity in entities.OrderByDescending(entity => entity.GetProperty("end").GetInt32() - entity.GetProperty("begin").GetInt32()))
            Mark(entity, slices, forms, labels);
        var sentences = new List<NamedSentence>();
        var first = 0;
        foreach (var end in ends)
        {
            sentences.Add(new NamedSentence("re3d", string.Empty, [.. forms[first..end]], [.. labels[first..end]]));
            first = end;
        }

        return sentences;
    }

    private static void Mark(JsonElement entity, List<TextSlice> slices, string[] forms, byte[] labels)
    {
        if (Type(entity.GetProperty("type").GetString()) is not { } type)
            return;
        int begin = entity.GetProperty("begin").GetInt32(), stop = entity.GetProperty("end").GetInt32();
        var first = slices.FindIndex(slice => slice.Start >= begin);
        var end = slices.FindLastIndex(slice => slice.End <= stop) + 1;
        if (first < 0)
            return;
        while (first < end && forms[first].Equals("the", StringComparison.OrdinalIgnoreCase))
            first++;
        if (type == NameType.Person && end > first)
            first = Array.FindLastIndex(forms, end - 1, end - first, Titles.Contains) is >= 0 and var title ? title + 1 : first;
        if (first >= end || !char.IsUpper(forms[first].TrimStart('\'')[..1].FirstOrDefault()) || labels.AsSpan()[first..end].ContainsAnyExcept((byte)0))
            return;
        if (forms[first] is "I" or "He" or "She" or "We" or "They" or "It" or "His" or "Our" || (type == NameType.Person && forms[first..end].Any(form => char.IsLower(form[0]) && form.Length > 2 && !form.StartsWith("al-", StringComparison.Ordinal))))
            return;
        if (type == NameType.Organization && States.Contains(string.Join(' ', forms[first..end])))
            type = NameType.Location;
        for (var at = first; at < end; at++)
            labels[at] = (byte)(at == first ? NameLabels.Begin(type) : NameLabels.Inside(type));
    }

    private static NameType? Type(string? type) => type switch
    {
        "Person" => NameType.Person,
        "Organisation" => NameType.Organization,
        "Location" => NameType.Location,
        "Nationality" => NameType.Misc,
        _ => null,
    };
}
