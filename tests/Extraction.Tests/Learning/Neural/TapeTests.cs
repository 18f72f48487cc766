using Extraction.Learning.Neural;

namespace Extraction.Tests.Learning.Neural;

/// <summary>Every operation's gradient is compared with what a small change of each parameter does to the result.</summary>
public sealed class TapeTests
{
    const int Width = Kernels.Lane;
    const int Rows = 5;

    static IEnumerable<TestCaseData> Operations()
    {
        yield return Case("linear", (tape, x, p) => tape.Linear(x, p[0], p[1]), new("w", Width, 2 * Width), new("b", 1, 2 * Width));
        yield return Case("tanh", (tape, x, p) => tape.Tanh(tape.Linear(x, p[0])), new Parameter("w", Width, Width));
        yield return Case("add", (tape, x, p) => tape.Add(tape.Linear(x, p[0]), tape.Linear(x, p[1])), new("w", Width, Width), new("v", Width, Width));
        yield return Case("beside", (tape, x, p) => tape.Tanh(tape.Beside(tape.Linear(x, p[0]), tape.Linear(x, p[1]))), new("w", Width, Width), new("v", Width, Width));
        yield return Case("gather", (tape, x, p) => tape.Tanh(tape.Gather(tape.Linear(x, p[0]), [4, -1, 0, 0])), new Parameter("w", Width, Width));
        yield return Case("group mean", (tape, x, p) => tape.Tanh(tape.GroupMean(tape.Linear(x, p[0]), [0, 1, 0, -1, 1])), new Parameter("w", Width, Width));
        yield return Case("bag", (tape, _, p) => tape.Tanh(tape.Bag(p[0], [0, 2, 2, 3], [1, 1, 0])), new Parameter("t", 3, Width) { IsSparse = true });
        yield return Case("recurrent", (tape, x, p) => tape.Recurrent(tape.Linear(x, p[0]), p[1], false), new("w", Width, 4 * Width), new("v", 4, Width));
        yield return Case("recurrent backwards", (tape, x, p) => tape.Recurrent(tape.Linear(x, p[0]), p[1], true), new("w", Width, 4 * Width), new("v", 4, Width));
    }

    static TestCaseData Case(string name, Func<Tape, Tensor, Parameter[], Tensor> operation, params Parameter[] parameters) =>
        new TestCaseData(operation, parameters).SetName("Gradient of " + name);

    [TestCaseSource(nameof(Operations))]
    public void GradientsAreThoseOfSmallChanges(Func<Tape, Tensor, Parameter[], Tensor> operation, Parameter[] parameters)
    {
        var random = new Random(1);
        foreach (var p in parameters)
            for (var i = 0; i < p.Value.Length; i++) p.Value[i] = random.NextSingle() - 0.5f;
        var gradients = new Gradients();
        using (var tape = new Tape(gradients))
        {
            var y = operation(tape, Input(tape), parameters);
            for (var i = 0; i < y.Data.Length; i++) y.Grad[i] = Weight(i);
            tape.Backward();
        }

        const float Step = 1e-2f;
        foreach (var p in parameters)
            for (var i = 0; i < p.Value.Length; i += 7)
            {
                var kept = p.Value[i];
                p.Value[i] = kept + Step;
                var up = Result(operation, parameters);
                p.Value[i] = kept - Step;
                var down = Result(operation, parameters);
                p.Value[i] = kept;
                Assert.That(gradients.Of(p)[i], Is.EqualTo((up - down) / (2 * Step)).Within(5e-3), $"{p.Name}[{i}]");
            }
    }

    [Test]
    public void DropoutIsOnlyForTraining()
    {
        using var running = new Tape();
        var x = Input(running);
        Assert.That(running.Dropout(x, 0.5f), Is.SameAs(x));
        using var training = new Tape(new Gradients(), new Random(1));
        var y = training.Dropout(Input(training), 0.5f);
        for (var c = 0; c < Width; c++)
        {
            var column = Enumerable.Range(0, Rows).Select(r => y.Row(r)[c] / Value(r, c)).ToArray();
            Assert.That(column, Is.All.EqualTo(0f).Within(1e-5).Or.All.EqualTo(2f).Within(1e-5), "a column is kept or dropped as a whole");
        }
    }

    static double Result(Func<Tape, Tensor, Parameter[], Tensor> operation, Parameter[] parameters)
    {
        using var tape = new Tape();
        var y = operation(tape, Input(tape), parameters);
        var sum = 0.0;
        for (var i = 0; i < y.Data.Length; i++) sum += y.Data[i] * (double)Weight(i);
        return sum;
    }

    static Tensor Input(Tape tape)
    {
        var x = tape.Constant(Rows, Width);
        for (var r = 0; r < Rows; r++)
            for (var c = 0; c < Width; c++) x.Row(r)[c] = Value(r, c);
        return x;
    }

    static float Value(int r, int c) => MathF.Sin(1 + r + (3 * c));

    static float Weight(int i) => MathF.Cos(i);
}
