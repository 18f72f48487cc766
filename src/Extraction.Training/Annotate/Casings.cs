using Extraction.Annotate;

namespace Extraction.Training.Annotate;

/// <summary>Copies of sentences as headlines write them, so that the models do not lean on capitals alone.</summary>
public static class Casings
{
    private static readonly HashSet<string> SmallInTitles = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "as", "'s", "n't", "vs.", "but", "'ll", "'re",
    };

    /// <summary>All words in capitals.</summary>
    public static string[] Capitals(IReadOnlyList<string> forms) => [.. forms.Select(form => form.ToUpperInvariant())];

    /// <summary>A capital on every word but small ones.</summary>
    public static string[] Title(IReadOnlyList<string> forms) => [.. forms.Select((form, at) =>
        (at > 0 && SmallInTitles.Contains(form)) || form.Length == 0 || !char.IsLower(form[0]) ? form : char.ToUpperInvariant(form[0]) + form[1..])];

    /// <summary>All small.</summary>
    public static string[] Small(IReadOnlyList<string> forms) => [.. forms.Select(form => form.ToLowerInvariant())];

    /// <summary>The variants of sentence number <paramref name="number"/> to train on: always the sentence itself, for some a copy in another dress.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(IReadOnlyList<string> forms, int number)
    {
        yield return forms;
        if (forms.Count < 4)
            yield break;
        switch (number % 10)
        {
            case 0 or 5:
                yield return Title(forms);
                break;
            case 3:
                yield return Capitals(forms);
                break;
            case 7 when number % 20 == 7:
                yield return Small(forms);
                break;
        }
    }
}
