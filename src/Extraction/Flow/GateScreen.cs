using System.Collections.Immutable;
using System.Text;
using Extraction.Clean;
using Extraction.Documents;
using Extraction.Ingest;
using Extraction.Relate.Lexicon;

namespace Extraction.Flow;

/// <summary>The gate at the door: documents without any stem of the lexicon are left out before they are decoded or parsed.</summary>
public static class GateScreen
{
    /// <summary>Every article that Relate reads has one of these.</summary>
    public static ImmutableArray<string> Stems => Relevance.Stems;

    /// <summary>What <see cref="Inputs"/> asks of every document.</summary>
    public static Screen Create()
    {
        var gate = new Gate(Stems.Where(stem => !IsImplied(stem)));
        return (body, format, title) =>
            gate.MayMatter(body, format) || (title is not null && gate.MayMatter(Encoding.UTF8.GetBytes(title), BodyFormat.PlainText));
    }

    /// <summary>Whether a phrase has another stem for one of its words: "travel ban" is found by "ban", and "travel" alone says nothing.</summary>
    static bool IsImplied(string stem) => stem.Split(' ') is { Length: > 1 } words && words.Any(word => Stems.Contains(word));
}
