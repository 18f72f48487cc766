using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>How a passage stands on the page, before anybody asked what it says.</summary>
internal enum PassageForm
{
    Text, Bullet, Row, Heading,
}

/// <summary>What a passage is to the reader.</summary>
internal enum PassageRole
{
    /// <summary>Article text.</summary>
    Body,

    /// <summary>A line that reads like a headline or subheading; title finding and splitting decide which.</summary>
    Headline,

    /// <summary>Who wrote it, or when it appeared.</summary>
    Credit,

    /// <summary>A rule of stars or dashes.</summary>
    Separator,

    /// <summary>Navigation, sharing, captions, advertising and the like.</summary>
    Furniture,

    /// <summary>Opens a list of links to other articles.</summary>
    LinkList,

    /// <summary>Opens the readers' comments.</summary>
    Comments,
}

/// <summary>A stretch of the page that a reader sees as one block.</summary>
/// <param name="Range">Where, in the page's text.</param>
/// <param name="Text">Its words, white space collapsed.</param>
/// <param name="Form">How it stands.</param>
/// <param name="BlankBefore">Blank lines before it.</param>
internal sealed record Passage(TextRange Range, string Text, PassageForm Form, int BlankBefore)
{
    public PassageRole Role { get; init; }

    /// <summary>Whether markup says that it is text of the article's body, so that only its words can speak against it.</summary>
    public bool IsMarkedUp { get; init; }

    /// <summary>Level of a heading in HTML, 1 to 6, else 0.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>Whether it is prose: ends like a sentence and is long enough to be no label.</summary>
    public bool IsProse { get; } = Wording.EndsSentence(Text) && (Text.Length >= 80 || Wording.CountWords(Text) >= 9);

    /// <summary>Whether it opens a list: ends in a colon and is long enough to be no label.</summary>
    public bool IsIntroduction { get; } = Text.EndsWith(':') && Wording.CountWords(Text) >= 9;
}
