using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Extraction.Learning;

/// <summary>
/// Decides early (after Strubell et al. 2015, "Learning dynamic feature selection for fast sequential prediction"): the first features are scored
/// alone, and where the best label leads the second by enough, the others are left out. Training leaves them out now and then, so that the first ones can stand alone;
/// what is enough is found on held-out sentences, such that nothing is lost there.
/// </summary>
public static class Sureness
{
    /// <summary>The section of a model that holds the lead that is enough.</summary>
    public const string Section = "sure";

    /// <summary>What a mask adds to the score of a label that may not be chosen.</summary>
    public const int Never = -(1 << 29);

    /// <summary>The lead that is enough, or one that is never reached where the model does not say.</summary>
    public static int Read(SectionFile file) => file.Contains(Section) ? BinaryPrimitives.ReadInt32LittleEndian(file.Section(Section)) : int.MaxValue;

    /// <summary>The model file with the lead written in.</summary>
    public static byte[] Write(byte[] file, int enough)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, enough);
        return SectionFile.Read(file).With(Section, bytes);
    }

    /// <summary>The best label, the first of equals, and its lead over the second.</summary>
    /// <param name="scores">Of whole vectors (<see cref="PackedWeights.Stride"/>).</param>
    /// <param name="mask">0 or <see cref="Never"/> for each.</param>
    /// <param name="lead">At least 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Best(ReadOnlySpan<int> scores, ReadOnlySpan<int> mask, out int lead)
    {
        Vector512<int> top = Vector512.Create(2 * Never), second = top;
        for (var at = 0; at < scores.Length; at += Vector512<int>.Count)
        {
            var here = Vector512.Create(scores[at..]) + Vector512.Create(mask[at..]);
            second = Vector512.Max(second, Vector512.Min(top, here));
            top = Vector512.Max(top, here);
        }

        var best = top[0];
        for (var lane = 1; lane < Vector512<int>.Count; lane++)
            best = Math.Max(best, top[lane]);
        var choice = 0;
        while (scores[choice] + mask[choice] != best)
            choice++;
        var next = 2 * Never;
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
            next = Math.Max(next, lane == choice % Vector512<int>.Count ? second[lane] : top[lane]);
        lead = best - next;
        return choice;
    }

    /// <summary>A mask that allows the labels and nothing of what fills the last vector.</summary>
    public static int[] Mask(PackedWeights weights, Func<int, bool> isAllowed)
    {
        var mask = new int[weights.Stride];
        for (var label = 0; label < mask.Length; label++)
            mask[label] = label < weights.Labels && isAllowed(label) ? 0 : Never;
        return mask;
    }
}
