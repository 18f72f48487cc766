using System.CommandLine;

namespace Extraction.Cli;

/// <summary>The pages that a command is to fetch. Nothing here may name what fetches them: a run without them never loads it.</summary>
sealed record WebRequest(string[] Urls, string[] Files, string[] Feeds, string[] Sitemaps)
{
    public static readonly WebRequest None = new([], [], [], []);

    public bool IsEmpty => Urls.Length + Files.Length + Feeds.Length + Sitemaps.Length == 0;

    /// <summary>For reports.</summary>
    public IEnumerable<string> Names => [.. Urls, .. Files, .. Feeds, .. Sitemaps];
}

/// <summary>Their options.</summary>
sealed class WebArguments
{
    readonly Option<string[]> urls = Many("--url", "A page to fetch; may be given again.", "URL");
    readonly Option<string[]> files = Many("--urls", "A file of addresses to fetch, one a line; may be given again.", "FILE");
    readonly Option<string[]> feeds = Many("--feed", "An RSS or Atom feed whose pages are to be fetched.", "URL");
    readonly Option<string[]> sitemaps = Many("--sitemap", "A sitemap, or an index of sitemaps, whose pages are to be fetched.", "URL");

    public void AddTo(Command command)
    {
        command.Add(urls);
        command.Add(files);
        AddListsTo(command);
    }

    public void AddListsTo(Command command)
    {
        command.Add(feeds);
        command.Add(sitemaps);
    }

    public WebRequest Of(ParseResult parsed) => Lists(parsed) with { Urls = parsed.GetValue(urls) ?? [], Files = parsed.GetValue(files) ?? [] };

    public WebRequest Lists(ParseResult parsed) => new([], [], parsed.GetValue(feeds) ?? [], parsed.GetValue(sitemaps) ?? []);

    static Option<string[]> Many(string name, string description, string value) => new(name) { Description = description, HelpName = value };
}
