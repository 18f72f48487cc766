using System.Collections.Immutable;
using System.Text;
using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>Lays an article's blocks out in a text of its own.</summary>
internal static class CleanedText
{
    public static (string Text, ImmutableArray<Block> Blocks) Of(string source, ImmutableArray<Block> blocks, string? title)
    {
        var text = new StringBuilder();
        var placed = ImmutableArray.CreateBuilder<Block>(blocks.Length + 1);
        if (title is not null && (blocks.IsEmpty || blocks[0].Kind != BlockKind.Title))
            Place(text, placed, BlockKind.Title, title);
        foreach (var block in blocks)
            Place(text, placed, block.Kind, block.Kind == BlockKind.Title && title is not null ? title : block.Range.SpanOf(source));
        return (text.ToString(), placed.ToImmutable());
    }

    private static void Place(StringBuilder text, ImmutableArray<Block>.Builder placed, BlockKind kind, ReadOnlySpan<char> words)
    {
        if (placed.Count > 0)
            text.Append(kind is BlockKind.ListItem or BlockKind.TableRow && placed[^1].Kind == kind ? "\n" : "\n\n");
        placed.Add(new Block(kind, new TextRange(text.Length, text.Length + words.Length)));
        text.Append(words);
    }
}
