using System.Globalization;

namespace Extraction.Training.Evaluation;

/// <summary>Counts of what was found: right, predicted, in the gold.</summary>
public readonly record struct Tally(int Right, int Predicted, int Gold)
{
    public double Precision => Predicted > 0 ? (double)Right / Predicted : 0;

    public double Recall => Gold > 0 ? (double)Right / Gold : 0;

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public static Tally operator +(Tally a, Tally b) => new(a.Right + b.Right, a.Predicted + b.Predicted, a.Gold + b.Gold);

    public static Tally Add(Tally left, Tally right) => left + right;
}

/// <summary>How many of so many were right.</summary>
public readonly record struct Share(int Right, int Of)
{
    public double Value => Of > 0 ? (double)Right / Of : 0;

    public static Share operator +(Share a, Share b) => new(a.Right + b.Right, a.Of + b.Of);

    public static Share Add(Share left, Share right) => left + right;
}

/// <summary>How figures are printed.</summary>
internal static class Figures
{
    /// <summary>Three decimals; halves to the even digit, as Python prints them.</summary>
    public static string Three(double value)
    {
        // Halves at the fourth decimal that a double holds exactly are sixteenths.
        var sixteenths = value * 16;
        return sixteenths == Math.Floor(sixteenths) && Math.Abs(value) < 1000
            ? Math.Round((decimal)value, 3, MidpointRounding.ToEven).ToString("F3", CultureInfo.InvariantCulture)
            : value.ToString("F3", CultureInfo.InvariantCulture);
    }

    public static string Percent(double value) => (value * 100).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
