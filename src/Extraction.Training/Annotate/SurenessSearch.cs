using Extraction.Learning;

namespace Extraction.Training.Annotate;

/// <summary>Finds the smallest lead with which the first features may decide alone (see <see cref="Sureness"/>) and lose nothing, on held-out sentences.</summary>
internal static class SurenessSearch
{
    private const int Smallest = 1_000;
    private const int Largest = 4_000_000;

    /// <param name="file">The model as trained.</param>
    /// <param name="score">The score, in per cent, of the model with a lead.</param>
    /// <param name="progress">Told what was found.</param>
    /// <returns>The model with the lead in it.</returns>
    public static byte[] Settle(byte[] file, Func<int, double> score, Action<string> progress)
    {
        var full = score(int.MaxValue);
        var enough = Smallest;
        var here = score(enough);
        while (here < full && enough < Largest)
        {
            enough += enough / 3;
            here = score(enough);
        }

        progress($"a lead of {enough} is enough: {here:F2}, with all features {full:F2}");
        return Sureness.Write(file, enough);
    }
}
