using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Tests.Knowledge;

public class AuthorityLexiconTests
{
    private static Token[] Tokens(string words) => [.. words.Split(' ').Select(w => new Token(default, w, w, Upos.X, "", -1, ""))];

    [TestCase("U.S. officials", "United States", "US", null, AuthorityKind.Official, 2)]
    [TestCase("US imposes", "United States", "US", null, AuthorityKind.State, 1)]
    [TestCase("U.S imposes", "United States", "US", null, AuthorityKind.State, 1)]
    [TestCase("Executive Order 13224", "United States", "US", null, AuthorityKind.Instrument, 2)]
    [TestCase("IRAN SANCTIONS", "Iran", "IR", null, AuthorityKind.State, 1)]
    [TestCase("Türkiye bars", "Turkey", "TR", null, AuthorityKind.State, 1)]
    [TestCase("Cote d'Ivoire said", "Ivory Coast", "CI", null, AuthorityKind.State, 2)]
    [TestCase("Côte d' Ivoire said", "Ivory Coast", "CI", null, AuthorityKind.State, 3)]
    [TestCase("North Korea said", "North Korea", "KP", null, AuthorityKind.State, 2)]
    [TestCase("Americans were", "United States", "US", null, AuthorityKind.Adjective, 1)]
    [TestCase("Tehran hit back", "Iran", "IR", null, AuthorityKind.Capital, 1)]
    [TestCase("Brussels agreed", "European Union", "EU", null, AuthorityKind.Capital, 1)]
    [TestCase("White House said", "United States", "US", null, AuthorityKind.Seat, 2)]
    [TestCase("Bogotà said", "Colombia", "CO", null, AuthorityKind.Capital, 1)]
    [TestCase("Côté d'Ivoire said", "Ivory Coast", "CI", null, AuthorityKind.State, 2)]
    [TestCase("Elysee said", "France", "FR", null, AuthorityKind.Seat, 1)]
    [TestCase("Trump administration decided", "United States", "US", null, AuthorityKind.Government, 2)]
    [TestCase("Saudi government said", "Saudi Arabia", "SA", null, AuthorityKind.Government, 2)]
    [TestCase("His Majesty 's Government said", "United Kingdom", "GB", null, AuthorityKind.Government, 4)]
    [TestCase("Tehran 's foreign ministry said", "Iran", "IR", "Ministry of Foreign Affairs", AuthorityKind.Agency, 4)]
    [TestCase("Ministry of Commerce of the People 's Republic of China said", "China", "CN", "Ministry of Commerce", AuthorityKind.Agency, 10)]
    [TestCase("Ministry of Foreign Affairs of Iran said", "Iran", "IR", "Ministry of Foreign Affairs", AuthorityKind.Agency, 6)]
    [TestCase("Treasury Department 's Office of Foreign Assets Control ( OFAC )", "United States", "US", "Office of Foreign Assets Control", AuthorityKind.Agency, 8)]
    [TestCase("State Department said", "United States", "US", "Department of State", AuthorityKind.Agency, 2)]
    [TestCase("Secretary of State Antony Blinken said", "United States", "US", "Department of State", AuthorityKind.Official, 5)]
    [TestCase("British Foreign Secretary Dominic Raab said", "United Kingdom", "GB", "Foreign, Commonwealth and Development Office", AuthorityKind.Official, 5)]
    [TestCase("Foreign , Commonwealth and Development Office said", "United Kingdom", "GB", "Foreign, Commonwealth and Development Office", AuthorityKind.Agency, 6)]
    [TestCase("Canadian Foreign Minister Melanie Joly said", "Canada", "CA", "Global Affairs Canada", AuthorityKind.Official, 5)]
    [TestCase("UN Security Council voted", "United Nations", "UN", "Security Council", AuthorityKind.Agency, 3)]
    [TestCase("Russian Foreign Ministry said", "Russia", "RU", "Ministry of Foreign Affairs", AuthorityKind.Agency, 3)]
    [TestCase("Josep Borrell said", "European Union", "EU", "European External Action Service", AuthorityKind.Official, 2)]
    [TestCase("the 27 agreed", "European Union", "EU", null, AuthorityKind.Contextual, 2)]
    [TestCase("ECOWAS leaders said", "Economic Community of West African States", "ECOWAS", "Authority of Heads of State and Government", AuthorityKind.Agency, 2)]
    public void Names_an_authority(string words, string name, string code, string? agency, AuthorityKind kind, int length)
    {
        Assert.That(AuthorityLexicon.Default.TryMatch(Tokens(words), 0, out var entry, out var taken), Is.True);
        Assert.That(entry, Is.EqualTo(new AuthorityEntry(name, code, agency, kind)));
        Assert.That(taken, Is.EqualTo(length));
    }

    [TestCase("us and them")]
    [TestCase("turkey dinner")]
    [TestCase("washing machines")]
    [TestCase("may impose")]
    [TestCase("Ban on exports")]
    [TestCase("foreign ministry said")]
    [TestCase("of the")]
    public void Leaves_other_words_alone(string words) =>
        Assert.That(AuthorityLexicon.Default.TryMatch(Tokens(words), 0, out _, out _), Is.False);

    [Test]
    public void A_contextual_name_has_several_readings()
    {
        Assert.That(AuthorityLexicon.Default.TryMatch(Tokens("the Council decided"), 0, out var entry, out _), Is.True);
        Assert.That(AuthorityLexicon.Default.Readings(entry).Select(r => (r.Name, r.Agency)), Is.SupersetOf(new[] { ("European Union", "Council of the European Union"), ("United Nations", "Security Council") }));
    }

    [Test]
    public void A_part_of_a_government_is_the_authoritys_that_the_article_names()
    {
        Assert.That(AuthorityLexicon.Default.TryPart(Tokens("foreign ministry said"), 0, out var part, out var kind, out var length), Is.True);
        Assert.That((kind, length), Is.EqualTo((AuthorityKind.Agency, 2)));
        Assert.That(AuthorityLexicon.Default.PartOf("Canada", part), Is.EqualTo(new AuthorityEntry("Canada", "CA", "Global Affairs Canada", AuthorityKind.Agency)));
    }

    [Test]
    public void A_match_does_not_run_over_a_bracket() =>
        Assert.That(AuthorityLexicon.Default.TryMatch(Tokens("North ( Korea"), 0, out _, out _), Is.False);

    [TestCase("the European Union", "European Union")]
    [TestCase("U.K.", "United Kingdom")]
    [TestCase("Democratic People’s Republic of Korea", "North Korea")]
    public void Names_whole_strings(string words, string name)
    {
        Assert.That(AuthorityLexicon.Default.TryName(words, out var entry), Is.True);
        Assert.That(entry.Name, Is.EqualTo(name));
    }

    [Test]
    public void A_name_with_words_left_over_is_no_name() =>
        Assert.That(AuthorityLexicon.Default.TryName("Iran deal", out _), Is.False);

    [Test]
    public void Matching_allocates_nothing()
    {
        var tokens = Tokens("On Friday the Treasury Department 's Office of Foreign Assets Control and Tehran 's foreign ministry said Iran");
        Count(tokens);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Count(tokens);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(found, Is.GreaterThan(3));
    }

    private static int Count(Token[] tokens)
    {
        var found = 0;
        for (var i = 0; i < tokens.Length; i++)
            found += AuthorityLexicon.Default.TryMatch(tokens, i, out _, out _) ? 1 : 0;
        return found;
    }

    [Test]
    public void Every_authority_is_found_by_its_own_name() =>
        Assert.That(
            AuthorityLexicon.Default.Authorities.Where(a => !AuthorityLexicon.Default.TryName(a, out var entry) || entry.Name != a),
            Is.Empty);

    [TestCase("Iranian", "Iran")]
    [TestCase("Iran-backed", null)]
    [TestCase("Iranian-backed", "Iran")]
    [TestCase("Russians", "Russia")]
    [TestCase("russian", null)]
    public void Demonyms_name_their_state(string adjective, string? state) =>
        Assert.That(Demonyms.TryState(adjective, out var found) ? found : null, Is.EqualTo(state));

    [Test]
    public void Places_know_territories()
    {
        Assert.That(Places.Default.TryMatch(Tokens("Crimean Peninsula ports"), 0, out var place, out var length), Is.True);
        Assert.That((place.Name, place.Code, place.IsState, length), Is.EqualTo(("Crimea", "UA", false, 2)));
    }

    [TestCase("Brig. Gen. Gholamreza Soleimani", 2)]
    [TestCase("Ayatollah Ali Khamenei", 1)]
    [TestCase("Deputy Prime Minister General Nguyen", 4)]
    [TestCase("Sultan", 0)]
    [TestCase("Qais al-Khazali", 0)]
    public void Titles_before_a_name_are_counted(string name, int titles) =>
        Assert.That(TitleWords.LeadingTitles(name.Split(' ')), Is.EqualTo(titles));
}
