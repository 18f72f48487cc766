namespace Extraction.Tests.House;

/// <summary>Files stay short enough to be read at one go.</summary>
[TestFixture]
public sealed class HygieneTests
{
    const int LongestFile = 400;
    const int LongestOfNineInTen = 250;
    const int MedianFile = 80;

    [Test]
    public void NoFileIsTooLong() =>
        Assert.That(Lengths().Where(file => file.Lines > LongestFile), Is.Empty);

    [Test]
    public void NineInTenFilesAreShort() => Assert.That(Quantile(0.9), Is.LessThanOrEqualTo(LongestOfNineInTen));

    [Test]
    public void HalfOfTheFilesAreVeryShort() => Assert.That(Quantile(0.5), Is.LessThanOrEqualTo(MedianFile));

    static int Quantile(double share)
    {
        var lengths = Lengths().Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal)).Select(file => file.Lines).Order().ToList();
        return lengths[(int)(share * (lengths.Count - 1))];
    }

    static IEnumerable<(string Path, int Lines)> Lengths() =>
        Repository.Sources().Select(path => (path, File.ReadLines(Repository.Path(path)).Count()));
}
