using System.Collections.Immutable;
using System.Globalization;

namespace Extraction.Training.Evaluation;

/// <summary>
/// Whether a change of core F1 is more than chance: a paired bootstrap over documents (Koehn 2004; Berg-Kirkpatrick et al. 2012).
/// </summary>
/// <param name="Change">Core F1 after, less core F1 before; -1 to 1.</param>
/// <param name="WorseIn">The share of resampled document sets in which the new one is worse.</param>
public sealed record Noise(double Change, double WorseIn)
{
    /// <summary>Worse in so many of the resampled sets is no chance.</summary>
    public const double Sure = 0.95;

    /// <summary>A fall of more than this is too much whatever chance says: many small ones would add up.</summary>
    public const double MostFall = 0.02;

    const int Samples = 2000;
    const int Seed = 1;

    /// <summary>The rule, in words.</summary>
    public static string Rule => string.Create(CultureInfo.InvariantCulture, $"worse means: core F1 lower in {Sure:P0} of {Samples:N0} bootstrap samples of the articles, or lower by more than {MostFall:F2}");

    public bool IsWorse => Change < 0 && (WorseIn >= Sure || Change < -MostFall);

    /// <param name="before">Results on some documents.</param>
    /// <param name="after">Results on the same documents, in the same order.</param>
    public static Noise Of(EvaluationResult before, EvaluationResult after)
    {
        var (old, now) = (Tallies(before), Tallies(after));
        if (old.Length != now.Length)
            throw new ArgumentException("the two were measured on different documents", nameof(after));
        var random = new Random(Seed);
        var worse = 0;
        for (var sample = 0; sample < Samples; sample++)
        {
            var (a, b) = (default(Tally), default(Tally));
            for (var k = 0; k < old.Length; k++)
            {
                var pick = random.Next(old.Length);
                (a, b) = (a + old[pick], b + now[pick]);
            }

            if (b.F1 < a.F1) worse++;
        }

        return new(after.Core.F1 - before.Core.F1, (double)worse / Samples);
    }

    static ImmutableArray<Tally> Tallies(EvaluationResult result) => [.. result.Documents.Select(d => d.CoreTally)];
}
