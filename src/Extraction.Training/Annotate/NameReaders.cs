using Extraction.Documents;

namespace Extraction.Training.Annotate;

/// <summary>Reads corpora with one word a line and a label of a name beside it, and maps their types to ours.</summary>
public static class NameReaders
{
    private delegate NamedSentence Maker(string source, string id, IReadOnlyList<string> words, IReadOnlyList<(NameType? Type, bool Begins)> names);

    /// <summary>Universal NER: word in column 2, IOB2 label in column 3; the treebank's words as they are. A label OTH is MISC; a lone "B-O" is an error of the file and means O.</summary>
    public static IEnumerable<NamedSentence> Uner(string path) => Sentences(path, "UNER", 1, 2, "\t", NamedSentence.AsIs);

    /// <summary>CrossNER: word, tab, BIO label.</summary>
    public static IEnumerable<NamedSentence> CrossNer(string path) => Sentences(path, "CrossNER", 0, 1, "\t", NamedSentence.Of);

    /// <summary>wikigold: word, space, label without beginnings.</summary>
    public static IEnumerable<NamedSentence> Wikigold(string path) => Sentences(path, "wikigold", 0, 1, " ", NamedSentence.Of).Where(sentence => sentence.Forms[0] != "-DOCSTART-");

    private static IEnumerable<NamedSentence> Sentences(string path, string source, int wordColumn, int labelColumn, string separator, Maker make)
    {
        var words = new List<string>();
        var names = new List<(NameType? Type, bool Begins)>();
        var id = string.Empty;
        foreach (var line in File.ReadLines(path).Append(string.Empty))
        {
            if (line.Length == 0)
            {
                if (words.Count > 0)
                    yield return make(source, id, words, names);
                words.Clear();
                names.Clear();
            }
            else if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                if (line.StartsWith("# sent_id = ", StringComparison.Ordinal))
                    id = line[12..];
            }
            else
            {
                var columns = line.Split(separator);
                words.Add(columns[wordColumn]);
                names.Add(Name(columns[labelColumn]));
            }
        }
    }

    private static (NameType? Type, bool Begins) Name(string label) =>
        label.Length < 3 ? (null, false) : (Type(label[2..]), label[0] == 'B');

    private static NameType? Type(string type) => type switch
    {
        "PER" or "person" or "politician" => NameType.Person,
        "ORG" or "organisation" or "politicalparty" => NameType.Organization,
        "LOC" or "location" or "country" => NameType.Location,
        "MISC" or "OTH" or "misc" or "event" or "election" => NameType.Misc,
        _ => null,
    };
}
