using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>The source's own text with everything that is not in a block blanked: spaces, line breaks kept, the tail cut off.</summary>
internal static class BlankedText
{
    public static string Of(string source, ImmutableArray<Block> blocks)
    {
        if (blocks.IsEmpty)
            return "";
        return string.Create(blocks[^1].Range.End, (source, blocks), static (target, state) =>
        {
            var position = 0;
            foreach (var block in state.blocks)
            {
                Blank(state.source.AsSpan(position, block.Range.Start - position), target[position..]);
                BrokenLines.Mended(state.source, block.Range).CopyTo(target[block.Range.Start..]);
                position = block.Range.End;
            }
        });
    }

    private static void Blank(ReadOnlySpan<char> source, Span<char> target)
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = source[i] is '\n' or '\r' or '\t' ? source[i] : ' ';
    }
}
