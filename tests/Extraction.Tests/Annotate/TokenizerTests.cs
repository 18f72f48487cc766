using Extraction.Annotate.Tokenize;

namespace Extraction.Tests.Annotate;

public class TokenizerTests
{
    [TestCase("He said it works.", "He said it works .")]
    [TestCase("Iran's economy isn't what it's been.", "Iran 's economy is n't what it 's been .")]
    [TestCase("They've said we'll go, I'd stay and I'm off.", "They 've said we 'll go , I 'd stay and I 'm off .")]
    [TestCase("They cannot pay.", "They can not pay .")]
    [TestCase("The workers' rights", "The workers ' rights")]
    [TestCase("The U.S. and the U.K. met in Washington, D.C. on Monday.", "The U.S. and the U.K. met in Washington , D.C. on Monday .")]
    [TestCase("Gen. Qasem Soleimani met Lt. Col. John A. Smith Jr. at No. 10.", "Gen. Qasem Soleimani met Lt. Col. John A. Smith Jr. at No. 10 .")]
    [TestCase("No. That is wrong.", "No . That is wrong .")]
    [TestCase("J.Smith and R. Jones", "J. Smith and R. Jones")]
    [TestCase("QDi.371 Name: 1: OMAR", "QDi.371 Name : 1 : OMAR")]
    [TestCase("Acme Trading Co. Ltd. and Foo S.A. were listed.", "Acme Trading Co. Ltd. and Foo S.A. were listed .")]
    public void Words_and_abbreviations(string text, string expected) => Assert.That(Tokens(text), Is.EqualTo(expected));

    [TestCase("Qais al-Khazali", "Qais al-Khazali")]
    [TestCase("Husayn Falih 'Aziz al-Lami", "Husayn Falih 'Aziz al-Lami")]
    [TestCase("the port of Sana'a", "the port of Sana'a")]
    [TestCase("Asa'ib Ahl al-Haq's leader", "Asa'ib Ahl al-Haq 's leader")]
    [TestCase("Amir-Ali Hajizadeh", "Amir-Ali Hajizadeh")]
    [TestCase("Kim Jong-un and Kim Yo-jong", "Kim Jong-un and Kim Yo-jong")]
    [TestCase("Côte d'Ivoire and O'Brien", "Côte d'Ivoire and O'Brien")]
    [TestCase("Al-Qaeda, al-Shabaab and Hay'at Tahrir al-Sham", "Al-Qaeda , al-Shabaab and Hay'at Tahrir al-Sham")]
    [TestCase("the IRGC-QF and AT&T", "the IRGC-QF and AT&T")]
    public void Names_stay_whole(string text, string expected) => Assert.That(Tokens(text), Is.EqualTo(expected));

    [TestCase("Iran-backed militias", "Iran-backed militias")]
    [TestCase("a US-led coalition and U.S.-imposed curbs", "a US-led coalition and U.S.-imposed curbs")]
    [TestCase("Tehran-Backed Militia Leaders", "Tehran-Backed Militia Leaders")]
    [TestCase("the Russian-owned, US-sanctioned bank's head", "the Russian-owned , US-sanctioned bank 's head")]
    [TestCase("a Houthi-run port and state-held shares", "a Houthi-run port and state-held shares")]
    [TestCase("Sidi-Ahmed and Ould-Mohamed", "Sidi-Ahmed and Ould-Mohamed")]
    public void Compound_adjectives_are_one_word(string text, string expected) => Assert.That(Tokens(text), Is.EqualTo(expected));

    [TestCase("Russia-Ukraine talks", "Russia - Ukraine talks")]
    [TestCase("a well-known Moscow-based search-engine", "a well-known Moscow-based search - engine")]
    [TestCase("an anti-aircraft F-16 after COVID-19", "an anti-aircraft F-16 after COVID-19")]
    [TestCase("the co-operation by e-mail", "the co-operation by e-mail")]
    [TestCase("in 2019-2020 and on 2021-12-07", "in 2019 - 2020 and on 2021-12-07")]
    public void Hyphens_part_what_is_not_one_name(string text, string expected) => Assert.That(Tokens(text), Is.EqualTo(expected));

    [TestCase("He said \u201cWe won\u2019t stop\u201d \u2014 twice.", "He said \" We wo n't stop \" -- twice .")]
    [TestCase("It is \u2018a crime\u2019, he said.", "It is ' a crime ' , he said .")]
    [TestCase("'This is bad,' he said.", "' This is bad , ' he said .")]
    [TestCase("sanc\u00ADtions on\u00A0Iran", "sanctions on Iran")]
    [TestCase("wait\u2026 what?!", "wait ... what ?!")]
    [TestCase("(see [1])", "( see [ 1 ] )")]
    public void Typography(string text, string expected) => Assert.That(Tokens(text), Is.EqualTo(expected));

    [TestCase("Two were killed.The army denied it.", "Two were killed . The army denied it .")]
    [TestCase("It cost $1.3bn, 10% of \u20AC5m or US$400,000.50.", "It cost $ 1.3bn , 10 % of \u20AC 5m or US$ 400,000.50 .")]
    [TestCase("at 10:30 a.m. on 12/07/2021", "at 10:30 a.m. on 12/07/2021")]
    [TestCase("See https://example.org/a-b?c=d, or www.example.com.", "See https://example.org/a-b?c=d , or www.example.com .")]
    [TestCase("mail a.b@example.org now", "mail a.b@example.org now")]
    [TestCase("and/or", "and / or")]
    [TestCase("", "")]
    [TestCase("  \t\n ", "")]
    public void Figures_addresses_and_faults(string text, string expected) => Assert.That(Tokens(text), Is.EqualTo(expected));

    [Test]
    public void Ranges_are_of_the_source()
    {
        const string text = "The sanc\u00ADtions, \u2018he\u2019 said.";
        Assert.That(Slices(text).Select(slice => text[slice.Start..slice.End]), Is.EqualTo(new[]
        {
            "The", "sanc\u00ADtions", ",", "\u2018", "he", "\u2019", "said", ".",
        }));
    }

    [Test]
    public void A_part_with_nothing_to_see_is_no_token() => Assert.That(Tokens("Val-\u00AD-Kaz left"), Is.EqualTo("Val - - Kaz left"));

    internal static string Tokens(string text) =>
        string.Join(' ', Slices(text).Select(slice => PlainText.FormOf(text.AsSpan(slice.Start, slice.Length))));

    internal static List<TextSlice> Slices(string text)
    {
        var plain = new char[text.Length];
        PlainText.Copy(text, plain);
        var slices = new List<TextSlice>();
        Tokenizer.Tokenize(plain, 0, plain.Length, slices);
        return slices;
    }
}
