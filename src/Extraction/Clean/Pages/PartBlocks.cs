using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>The blocks of one part of a page: what is article in it, with its kind.</summary>
internal static class PartBlocks
{
    public static ImmutableArray<Block> Of(string text, IReadOnlyList<Passage> passages, PagePart part)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (part.Title >= 0)
            blocks.Add(new Block(BlockKind.Title, passages[part.Title].Range));
        var titleKey = part.TitleText is null ? "" : Wording.Key(part.TitleText);
        var end = BodyEnd(passages, part);
        var seenProse = false;
        for (var i = part.First; i < end; i++)
        {
            var passage = passages[i];
            if (passage.Role is not (PassageRole.Body or PassageRole.Headline) || passage.Text.Length == 0)
                continue;
            if (Wording.Key(passage.Text) is { Length: > 11 } key && key == titleKey)
                continue;
            if (!seenProse && IsHeadLabel(passages, i))
                continue;
            if (passage.Role == PassageRole.Headline && IsLink(passages, i, end))
                continue;
            seenProse |= passage.IsProse || passage is { Role: PassageRole.Body, IsIntroduction: true };
            blocks.Add(new Block(KindOf(passage), WithoutPlace(text, passage)));
        }
        return blocks.ToImmutable();
    }

    /// <summary>
    /// Behind the last paragraph stand labels; a list or a table there is article. Lines without a full stop are kept where
    /// the part has no prose at all (a bare list of names, verse, notes).
    /// </summary>
    private static int BodyEnd(IReadOnlyList<Passage> passages, PagePart part)
    {
        var end = part.End;
        var hasProse = Enumerable.Range(part.First, part.End - part.First).Any(i => passages[i].IsProse && passages[i].Role == PassageRole.Body);
        if (!hasProse)
            return end;
        while (end > part.First)
        {
            var last = passages[end - 1];
            var isArticle = last.Role == PassageRole.Body
                && (last.IsMarkedUp || Wording.EndsSentence(last.Text) || last.Form is PassageForm.Bullet or PassageForm.Row || last.Text.Length > 60 || IntroducedByColon(passages, end - 1, part.First));
            if (isArticle)
                break;
            end--;
        }
        return end;
    }

    private static bool IntroducedByColon(IReadOnlyList<Passage> passages, int index, int first)
    {
        for (var i = index - 1; i >= first && i > index - 200; i--)
        {
            if (passages[i].Text.EndsWith(':'))
                return true;
            if (passages[i].IsProse)
                return false;
        }
        return false;
    }

    /// <summary>Between headline and first paragraph stand names, posts and sections; a standfirst has more words.</summary>
    private static bool IsHeadLabel(IReadOnlyList<Passage> passages, int index)
    {
        var passage = passages[index];
        return !passage.IsMarkedUp && passage.Form is (PassageForm.Text or PassageForm.Heading) && !Wording.EndsSentence(passage.Text) && !passage.Text.EndsWith(':')
            && Wording.CountWords(passage.Text) < 7 && passage.Text.Length < 60 && !Wording.IsSpeaker(passage.Text)
            && Enumerable.Range(index + 1, Math.Min(12, passages.Count - index - 1)).Any(i => passages[i].IsProse && passages[i].Role == PassageRole.Body);
    }

    /// <summary>A headline of another article amid the text: long, its words are not taken up below, or several stand in a row.</summary>
    private static bool IsLink(IReadOnlyList<Passage> passages, int index, int end)
    {
        var passage = passages[index];
        if (passage.Form == PassageForm.Heading)
            return false;
        var words = Wording.CountWords(passage.Text);
        if (words < 6 || passage.Text.EndsWith('?'))
            return false;
        // In capitals amid text that is not: a pointer to another story.
        if (index > 0 && words >= 6 && passage.Text.Length > 35 && !passage.Text.Any(char.IsLower))
            return true;
        if (index + 1 < end && passages[index + 1].Role == PassageRole.Headline || passages[index - (index > 0 ? 1 : 0)].Role == PassageRole.Headline && index > 0)
            return words >= 5;
        var lead = HeadlineEvidence.Lead(passages, index);
        return lead >= 0 && lead < end && Wording.TitleCase(passage.Text) >= 0.8 && words >= 7
            && HeadlineEvidence.Overlap(passage.Text, passages[lead].Text) < 0.2;
    }

    private static BlockKind KindOf(Passage passage) => passage.Form switch
    {
        PassageForm.Bullet => BlockKind.ListItem,
        PassageForm.Row => BlockKind.TableRow,
        PassageForm.Heading => BlockKind.Heading,
        _ => passage.Role == PassageRole.Headline ? BlockKind.Heading : BlockKind.Paragraph,
    };

    private static TextRange WithoutPlace(string text, Passage passage)
    {
        if (passage.Form != PassageForm.Text || passage.Role != PassageRole.Body)
            return passage.Range;
        var length = PlaceLine.Length(passage.Range.SpanOf(text));
        return passage.Range with { Start = passage.Range.Start + length };
    }
}
