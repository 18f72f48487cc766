namespace Extraction.Clean;

/// <summary>The role of every passage: by its own words, then by what stands around it.</summary>
internal static class PageRoles
{
    public static List<Passage> Assign(IReadOnlyList<Passage> passages, Work work)
    {
        var assigned = new List<Passage>(passages.Count);
        foreach (var passage in passages)
        {
            work.Spend(Work.Item);
            assigned.Add(passage with { Role = OwnRole(passage) });
        }
        KeepLists(assigned);
        KeepPersons(assigned);
        EndLinkLists(assigned);
        EndComments(assigned);
        return assigned;
    }

    private static PassageRole OwnRole(Passage passage)
    {
        var role = Furniture.RoleOf(passage.Text);
        return passage.Form switch
        {
            PassageForm.Heading when role == PassageRole.Body => PassageRole.Headline,
            PassageForm.Text when role == PassageRole.Headline && passage.IsMarkedUp => PassageRole.Body,
            // A short list item with a name in it, or a row of a table, looks like a headline and is none.
            PassageForm.Bullet or PassageForm.Row when role is PassageRole.Headline or PassageRole.Credit => PassageRole.Body,
            _ => role,
        };
    }

    /// <summary>
    /// Lines under a body line that ends in a colon are its list, though they look like labels ("Finance") or headlines ("Ivan
    /// Petrov, head of the port authority").
    /// </summary>
    private static void KeepLists(List<Passage> passages)
    {
        var listing = false;
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            var isItem = listing && passage.Form != PassageForm.Heading && passage.Text.Length < 200 && !passage.IsProse && !FurnitureWords.Buttons.Contains(passage.Text)
                && (passage.Role is PassageRole.Body || passage.Role is PassageRole.Headline && !OpensArticle(passages, i) || passage.Role is PassageRole.Furniture && FurnitureWords.Labels.Contains(passage.Text));
            if (isItem)
                passages[i] = passage with { Role = PassageRole.Body };
            listing = isItem || passage.Role == PassageRole.Body && passage.Text.EndsWith(':');
        }
    }

    /// <summary>Lines that each give a person and an office, one below the other, are a list without a colon above it.</summary>
    private static void KeepPersons(List<Passage> passages)
    {
        const int Least = 3;
        for (var i = 0; i < passages.Count; i++)
        {
            var end = i;
            while (end < passages.Count && passages[end].Role is PassageRole.Headline or PassageRole.Body && passages[end].Form == PassageForm.Text && Wording.IsPersonLine(passages[end].Text))
                end++;
            for (var line = i; end - i >= Least && line < end; line++)
                passages[line] = passages[line] with { Role = PassageRole.Body };
            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>Under "Related stories" stand links until prose comes again.</summary>
    private static void EndLinkLists(List<Passage> passages)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            if (passages[i].Role != PassageRole.LinkList)
                continue;
            passages[i] = passages[i] with { Role = PassageRole.Furniture };
            for (var next = i + 1; next < passages.Count && !passages[next].IsProse && !OpensArticle(passages, next); next++)
            {
                if (passages[next].Role is PassageRole.LinkList or PassageRole.Comments or PassageRole.Separator || passages[next].Text.Length > 200)
                    break;
                passages[next] = passages[next] with { Role = PassageRole.Furniture };
            }
        }
    }

    /// <summary>After the article come the readers' words; a headline with a body of its own ends them.</summary>
    private static void EndComments(List<Passage> passages)
    {
        var before = 0;
        for (var i = 0; i < passages.Count; i++)
        {
            if (passages[i].Role == PassageRole.Body && passages[i].IsProse)
                before += passages[i].Text.Length;
            if (passages[i].Role != PassageRole.Comments)
                continue;
            passages[i] = passages[i] with { Role = PassageRole.Furniture };
            if (before < 200)
                continue; // a counter beside the headline
            for (var next = i + 1; next < passages.Count && !OpensArticle(passages, next); next++, i++)
                passages[next] = passages[next] with { Role = PassageRole.Furniture };
        }
    }

    private static bool OpensArticle(List<Passage> passages, int index)
    {
        if (passages[index].Role != PassageRole.Headline || passages[index].Form == PassageForm.Bullet)
            return false;
        var lead = HeadlineEvidence.Lead(passages, index);
        return lead >= 0 && HeadlineEvidence.Overlap(passages[index].Text, passages[lead].Text) >= 0.5;
    }
}
