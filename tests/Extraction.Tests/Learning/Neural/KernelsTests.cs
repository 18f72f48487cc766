using System.Runtime.Intrinsics;
using Extraction.Learning.Neural;

namespace Extraction.Tests.Learning.Neural;

public sealed class KernelsTests
{
    [TestCase(1, 3, 16)]
    [TestCase(4, 7, 64)]
    [TestCase(7, 16, 80)]
    [TestCase(9, 1, 144)]
    [TestCase(25, 9, 80)]
    [TestCase(36, 33, 192)]
    public void MultiplicationIsThatOfTheTextbook(int rows, int inner, int cols)
    {
        var random = new Random(1);
        var x = Numbers(random, rows * inner);
        var w = Numbers(random, inner * cols);
        var y = Numbers(random, rows * cols);
        var expected = (float[])y.Clone();
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < cols; c++)
                for (var k = 0; k < inner; k++) expected[(r * cols) + c] += x[(r * inner) + k] * w[(k * cols) + c];
        var laidOut = (float[])y.Clone();
        Kernels.MultiplyAdd(x, w, y, rows, inner, cols);
        Assert.That(y, Is.EqualTo(expected).Within(1e-4f));
        Kernels.MultiplyAdd(x, w, laidOut, rows, inner, cols, Kernels.Panels(w, inner, cols));
        Assert.That(laidOut, Is.EqualTo(y), "the same to the last bit");
    }

    // Nor on their number: few rows and many are multiplied in different ways.
    [TestCase(5)]
    [TestCase(23)]
    [TestCase(31)]
    public void ARowDoesNotDependOnTheRowsBesideIt(int rows)
    {
        var random = new Random(2);
        var x = Numbers(random, rows * 32);
        var w = Numbers(random, 32 * 64);
        var all = new float[rows * 64];
        Kernels.MultiplyAdd(x, w, all, rows, 32, 64);
        for (var r = 0; r < rows; r++)
        {
            var one = new float[64];
            Kernels.MultiplyAdd(x.AsSpan(r * 32), w, one, 1, 32, 64);
            Assert.That(one, Is.EqualTo(all[(r * 64)..((r + 1) * 64)]));
        }
    }

    [Test]
    public void ColumnsThatAreNoWholeVectorsAreRefused() =>
        Assert.That(() => Kernels.MultiplyAdd(new float[4], new float[40], new float[10], 1, 4, 10), Throws.ArgumentException);

    [TestCase(3, 5)]
    [TestCase(16, 16)]
    [TestCase(33, 17)]
    public void TransposeTurnsRowsIntoColumns(int rows, int cols)
    {
        var x = Numbers(new Random(3), rows * cols);
        var y = new float[rows * cols];
        Kernels.Transpose(x, y, rows, cols);
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < cols; c++) Assert.That(y[(c * rows) + r], Is.EqualTo(x[(r * cols) + c]));
    }

    static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];

    [Test]
    public void ExponentialsAreThoseOfTheMathematicsLibrary()
    {
        for (var x = -90f; x <= 90; x += 0.0137f)
        {
            var held = Math.Clamp(x, -87f, 87f);
            var found = Kernels.Exp(Vector256.Create(x))[0];
            Assert.That(found, Is.EqualTo(Math.Exp(held)).Within(Math.Exp(held) * 2e-7), $"e to the {x}");
        }
    }

    [Test]
    public void GatesReachTheirEnds()
    {
        Assert.That(Kernels.Sigmoid(Vector256.Create(0f))[0], Is.EqualTo(0.5f));
        Assert.That(Kernels.Sigmoid(Vector256.Create(200f))[0], Is.EqualTo(1f));
        Assert.That(Kernels.Sigmoid(Vector256.Create(-200f))[0], Is.EqualTo(0f).Within(1e-30));
    }
}
