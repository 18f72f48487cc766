using System.Collections.Immutable;

namespace Extraction.Web.Listings;

/// <summary>An address that a feed or sitemap lists.</summary>
/// <param name="Address">Absolute, as it can be asked for.</param>
/// <param name="Published">Publication date as given (<c>pubDate</c>, <c>published</c>, <c>news:publication_date</c>), or null.</param>
/// <param name="Changed">Date of the last change as given (<c>lastmod</c>, <c>updated</c>), or null.</param>
public sealed record ListedLink(Uri Address, string? Published = null, string? Changed = null);

/// <summary>What a feed or sitemap lists.</summary>
/// <param name="Links">Pages, in its order.</param>
/// <param name="Lists">Further sitemaps, where it is an index.</param>
/// <param name="WithoutLink">Entries that lead nowhere.</param>
/// <param name="Fault">Where it broke off, or null; what came before is in it.</param>
public sealed record Listing(ImmutableArray<ListedLink> Links, ImmutableArray<Uri> Lists, int WithoutLink, string? Fault);
