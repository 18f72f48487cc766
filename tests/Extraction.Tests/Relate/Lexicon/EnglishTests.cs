using Extraction.Relate.Lexicon;

namespace Extraction.Tests.Relate.Lexicon;

public sealed class EnglishTests
{
    [TestCase("The ministry said on Tuesday that it would freeze the assets of two companies which had sold parts to the navy.")]
    [TestCase("Sanctions: two banks, one airline")]
    [TestCase("VASILYEV, Oleg; KUZNETSOVA, Marina; Compagnie de la Mer du Nord; Inversiones de la Costa y Mar; Banco de los Andes")]
    [TestCase("The newspaper quoted the rector: « Le conseil a décidé de ne pas suivre la ministre ». The council has had no answer, and the ministry did not want to comment on it.")]
    [TestCase("")]
    public void ReadsEnglish(string text) => Assert.That(English.Is(text), Is.True);

    [TestCase("Le ministère a annoncé mardi que les avoirs de deux entreprises qui ont vendu des pièces à la marine seraient gelés.")]
    [TestCase("Das Ministerium teilte am Dienstag mit, dass die Vermögen von zwei Firmen, die der Marine Teile verkauft haben, eingefroren werden.")]
    [TestCase("El ministerio dijo el martes que congelará los bienes de dos empresas que habían vendido piezas a la marina, según el diario.")]
    [TestCase("O ministério disse na terça-feira que vai congelar os bens de duas empresas que não declararam as vendas para a marinha.")]
    [TestCase("Il ministero ha annunciato che saranno congelati i beni di due aziende che hanno venduto pezzi di ricambio alla marina della costa.")]
    [TestCase("Ministerstwo poinformowało, że zamrozi aktywa dwóch firm, które sprzedawały części dla marynarki i nie podały tego do wiadomości przez rok.")]
    [TestCase("Kementerian mengatakan akan membekukan aset dua perusahaan yang menjual suku cadang untuk angkatan laut dan tidak melaporkan hal itu.")]
    [TestCase("Министерство сообщило во вторник, что активы двух компаний (sanctions) будут заморожены.")]
    [TestCase("外務省は火曜日、二社の資産を凍結すると発表した。")]
    public void KnowsOtherLanguages(string text) => Assert.That(English.Is(text), Is.False);

    [Test]
    public void KnowsALanguageByWhatIsMissing() =>
        Assert.That(English.Is(string.Concat(Enumerable.Repeat("wasiirka ayaa sheegay inuu xannibi doono hantida laba shirkadood ", 8))), Is.False);

    [Test]
    public void ReadsAListOfNames() =>
        Assert.That(English.Is(string.Concat(Enumerable.Repeat("SOROKIN, Pavel; DOB 12 Mar 1960; nationality Syria; Gender Male; Passport 00343 (Syria) (individual) [SDGT]. ", 50))), Is.True);

    [Test]
    public void WhatIsNotAvailableIsNoWord() =>
        Assert.That(English.Is(string.Concat(Enumerable.Repeat("QDi.871 Name: 1: MAREK 2: OLANDER 3: na 4: na Title: na Designation: na Low quality a.k.a.: na Nationality: Syrian ", 20))), Is.True);
}
