using Extraction.Documents;

namespace Extraction.Annotate.Recognize;

/// <summary>The recogniser's labels: 0 outside, then for each type one that begins a name and one that goes on.</summary>
public static class NameLabels
{
    public const int Outside = 0;
    public const int Count = 9;

    public static int Begin(NameType type) => 1 + (2 * (int)type);

    public static int Inside(NameType type) => 2 + (2 * (int)type);

    public static bool IsInside(int label) => label != Outside && label % 2 == 0;

    public static NameType Type(int label) => (NameType)((label - 1) / 2);

    /// <summary>Whether a label may follow another: what goes on must have begun.</summary>
    public static bool Follows(int previous, int label) =>
        !IsInside(label) || (previous != Outside && Type(previous) == Type(label));

    /// <summary>The names that a row of labels says.</summary>
    public static void Read(ReadOnlySpan<byte> labels, int offset, List<NameMention> names)
    {
        for (var at = 0; at < labels.Length;)
        {
            if (labels[at] == Outside)
            {
                at++;
                continue;
            }

            var first = at++;
            while (at < labels.Length && IsInside(labels[at]))
                at++;
            names.Add(new NameMention(offset + first, offset + at, Type(labels[first])));
        }
    }
}
