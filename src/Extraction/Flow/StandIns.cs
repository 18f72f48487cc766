namespace Extraction.Flow;

/// <summary>The thinnest work for rooms that are not built yet: nothing is found.</summary>
static class StandIns
{
    public static readonly Rooms Rooms = new()
    {
        Clean = (_, _) => [],
        IsRelevant = article => article.Text.Contains("sanction", StringComparison.OrdinalIgnoreCase),
        Annotate = (article, _) => new(article, [], [], []),
        Relate = (annotated, _) => new(annotated.Article, []),
        Record = _ => [],
    };
}
