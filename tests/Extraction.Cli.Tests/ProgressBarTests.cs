using Extraction.Flow;

namespace Extraction.Cli.Tests;

[TestFixture]
public sealed class ProgressBarTests
{
    [Test]
    public void ItShowsTheShareByBytesAndTheTimeLeft() =>
        Assert.That(
            ProgressBar.Text(new(1200, 34, 5 << 20, TimeSpan.FromSeconds(10), 12), 20 << 20, 8),
            Is.EqualTo("[##......] 1,200 documents (1.0 % relevant), 34 records, 5.0 MB, 0.5 MB/s, 0:00:30 left"));

    [Test]
    public void WithoutAKnownSizeItPromisesNothing() =>
        Assert.That(ProgressBar.Text(new(10, 0, 0, TimeSpan.FromSeconds(2)), 0, 8), Is.EqualTo("10 documents (0.0 % relevant), 0 records, 0.0 MB, 0.0 MB/s"));

    [Test]
    public void WhatAnEarlierRunDidIsNoMeasureOfThisOne() =>
        Assert.That(
            ProgressBar.Text(new(10, 0, 15 << 20, TimeSpan.FromSeconds(10), 1, 10 << 20), 20 << 20, 8),
            Does.Contain("0.5 MB/s, 0:00:10 left"));
}
