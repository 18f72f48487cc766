using FsCheck;
using FsCheck.Fluent;

namespace Extraction.Tests;

/// <summary>
/// Checks properties over made-up input: the same input in every run, so that a run tells what a change did and not what chance did.
/// With EXTRACTION_FUZZ=N in the environment the input is new in every run, and N times as much.
/// </summary>
internal static class Properties
{
    private static readonly int Fuzz = int.TryParse(Environment.GetEnvironmentVariable("EXTRACTION_FUZZ"), out var times) ? times : 0;

    /// <summary>Throws where the property does not hold, with the smallest input found.</summary>
    public static void Hold(this Property property, int tests = 1000, int endSize = 100)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(tests * Math.Max(1, Fuzz)).WithEndSize(endSize);
        property.Check(Fuzz > 0 ? config : config.WithReplay(2026, 11));
    }
}
