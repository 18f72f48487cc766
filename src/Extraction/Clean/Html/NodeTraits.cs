namespace Extraction.Clean;

/// <summary>What an element's names promise.</summary>
[Flags]
internal enum NodeTraits
{
    None = 0,

    /// <summary>Marked as the body of an article (articleBody, "entry-content").</summary>
    ArticleBody = 1,

    /// <summary>Marked as an article.</summary>
    Article = 2,

    /// <summary>Marked as the page's story ("story", "fulltext").</summary>
    Story = 4,

    /// <summary>Marked as the main content.</summary>
    Main = 8,

    /// <summary>Named like something that surrounds articles.</summary>
    Surrounding = 16,

    /// <summary>Named like readers' comments.</summary>
    Comments = 32,
}
