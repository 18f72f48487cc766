using Extraction.Knowledge.Dates;

namespace Extraction.Tests.Knowledge;

public class EdtfTests
{
    [TestCase("2021-12-07")]
    [TestCase("2018-05")]
    [TestCase("2017")]
    [TestCase("XXXX-12-07")]
    [TestCase("XXXX-07")]
    [TestCase("199X")]
    [TestCase("2020~")]
    [TestCase("2018-22")]
    [TestCase("2024-01-29/2024-02-04")]
    [TestCase("2018-05/..")]
    [TestCase("XXXX-02-29")]
    public void These_are_dates(string date) => Assert.That(Edtf.IsValid(date), Is.True);

    [TestCase("")]
    [TestCase("2021-13-01")]
    [TestCase("2021-02-29")]
    [TestCase("on Friday")]
    [TestCase("07/12/2021")]
    [TestCase("2021-12-7")]
    [TestCase("../..")]
    public void These_are_not(string date) => Assert.That(Edtf.IsValid(date), Is.False);
}
