namespace Extraction.Tests.Copies;

/// <summary>What papers do to a wire report before they print it.</summary>
static class NearCopy
{
    static readonly string[] Credits = ["(Wire) - ", "BRUSSELS, (Agency) -- ", "From our news desk: "];

    static readonly string[] Tails =
    [
        "Reporting by our staff in Washington and Brussels; editing by the night desk.",
        "This story was first published by a news agency and has not been edited but for its headline.",
    ];

    static readonly Dictionary<string, string> House = new(StringComparer.Ordinal)
    {
        ["said"] = "told reporters",
        ["organization"] = "organisation",
        ["program"] = "programme",
        ["defense"] = "defence",
        ["U.S."] = "US",
        ["on"] = "this",
        ["announced"] = "made public",
        ["percent"] = "per cent",
        ["company"] = "firm",
        ["about"] = "around",
        ["also"] = "as well",
    };

    public static string[] Kinds { get; } = ["headline", "credit", "cut", "words", "added", "all"];

    /// <param name="text">Headline, then a paragraph a line.</param>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="random">Where to cut and what to change.</param>
    public static string Of(string text, string kind, Random random)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (kind is "headline" or "all")
        {
            lines[0] = "Analysts watch closely as new measures are announced in capital";
        }

        if (kind is "credit" or "all")
        {
            lines[1] = Credits[random.Next(Credits.Length)] + lines[1];
            lines.Add(Tails[random.Next(Tails.Length)]);
        }

        if (kind is "cut" or "all")
        {
            // Papers cut from the end, or single paragraphs; a third goes at most.
            for (var cuts = random.Next(1, Math.Max(2, lines.Count / 3)); cuts > 0 && lines.Count > 3; cuts--)
            {
                lines.RemoveAt(random.Next(2) == 0 ? lines.Count - 1 : random.Next(2, lines.Count));
            }
        }

        if (kind is "words" or "all")
        {
            lines = [.. lines.Select(line => string.Join(' ', line.Split(' ').Select(word => random.Next(2) == 0 && House.TryGetValue(word, out var other) ? other : word)))];
        }

        if (kind is "added")
        {
            lines.Insert(random.Next(2, lines.Count + 1), "Readers of this paper will remember that a similar step was discussed in the spring, when several ministers met here and failed to agree on any of the proposals that had been laid before them.");
        }

        return string.Join("\n\n", lines);
    }
}
