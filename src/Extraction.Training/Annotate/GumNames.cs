using System.Collections.Immutable;
using Extraction.Annotate.Recognize;
using Extraction.Documents;

namespace Extraction.Training.Annotate;

/// <summary>
/// Names from GUM's entities: mentions whose head is a proper noun, cut to the name itself. Persons lose titles (the head and
/// what is flat under it stays); others keep the run of capitalised words around their head. The outermost name wins.
/// </summary>
public static class GumNames
{
    public static NamedSentence Read(TreeSentence sentence)
    {
        var labels = new byte[sentence.Count];
        foreach (var (first, end, kind) in Mentions(sentence).OrderByDescending(mention => mention.End - mention.First))
        {
            if (Type(kind) is not { } type || Name(sentence, first, end, type) is not { } name)
                continue;
            if (labels.AsSpan()[name.First..name.End].ContainsAnyExcept((byte)NameLabels.Outside))
                continue;
            if (sentence.Tags[name.End - 1] == "PROPN NNPS" && type == NameType.Person)
                type = NameType.Misc; // peoples
            for (var at = name.First; at < name.End; at++)
                labels[at] = (byte)(at == name.First ? NameLabels.Begin(type) : NameLabels.Inside(type));
        }

        return new NamedSentence("GUM", sentence.Id, sentence.Forms, [.. labels]).Join(sentence);
    }

    /// <summary>The mentions that begin and end in the sentence, with GUM's type.</summary>
    private static IEnumerable<(int First, int End, string Kind)> Mentions(TreeSentence sentence)
    {
        var open = new List<(string Id, int First, string Kind)>();
        for (var at = 0; at < sentence.Count; at++)
        {
            var entity = sentence.Misc[at].Split('|').FirstOrDefault(part => part.StartsWith("Entity=", StringComparison.Ordinal));
            for (var place = 7; entity is not null && place < entity.Length;)
            {
                var stop = entity.IndexOfAny(['(', ')'], place + 1);
                stop = stop < 0 ? entity.Length : stop;
                var fields = entity[place..stop].TrimStart('(').Split('-');
                if (entity[place] == '(')
                    open.Add((fields[0], at, fields.Length > 1 ? fields[1] : string.Empty));
                if (stop < entity.Length && entity[stop] == ')')
                {
                    var index = open.FindLastIndex(mention => mention.Id == fields[0]);
                    if (index >= 0)
                    {
                        yield return (open[index].First, at + 1, open[index].Kind);
                        open.RemoveAt(index);
                    }

                    stop++;
                }

                place = stop;
            }
        }
    }

    private static (int First, int End)? Name(TreeSentence sentence, int first, int end, NameType type)
    {
        var head = Enumerable.Range(first, end - first).FirstOrDefault(at => sentence.Heads[at] < first || sentence.Heads[at] >= end, -1);
        if (head < 0 || !sentence.Tags[head].StartsWith("PROPN", StringComparison.Ordinal) || !char.IsUpper(sentence.Forms[head][0]))
            return null;
        int from = head, to = head + 1;
        bool Belongs(int at) => type == NameType.Person
            ? sentence.Heads[at] == head && sentence.Relations[at] is "flat" or "compound" && char.IsUpper(sentence.Forms[at][0])
            : char.IsUpper(sentence.Forms[at][0]) && sentence.Tags[at][..3] is "PRO" or "ADJ" or "NOU" or "VER" or "NUM";
        bool Links(int at) => type == NameType.Organization && sentence.Forms[at] is "and" || type != NameType.Person && sentence.Forms[at] is "of" or "for" or "the" or "&" or "de" or "on" or "in" or "-" or "'s";
        for (var at = head - 1; at >= first && (Belongs(at) || (Links(at) && at > first)); at--)
            from = Belongs(at) ? at : from;
        for (var at = head + 1; at < end && (Belongs(at) || (Links(at) && at + 1 < end)); at++)
            to = Belongs(at) ? at + 1 : to;
        return (from, to);
    }

    private static NameType? Type(string kind) => kind switch
    {
        "person" => NameType.Person,
        "organization" => NameType.Organization,
        "place" => NameType.Location,
        "event" or "object" or "abstract" => NameType.Misc,
        _ => null,
    };
}
