namespace Extraction.Annotate.Recognize;

/// <summary>The best row of labels under label scores and step scores; impossible steps are never taken.</summary>
public static class Viterbi
{
    private const int Never = int.MinValue / 4;

    /// <param name="scores">For each word a score for each label; used as working space.</param>
    /// <param name="steps">Score of label after previous label at <c>previous * Count + label</c>; the last row is for the first word.</param>
    /// <param name="labels">Takes the best labels.</param>
    public static void Decode(Span<int> scores, ReadOnlySpan<int> steps, Span<byte> labels)
    {
        const int Count = NameLabels.Count;
        var length = labels.Length;
        if (length == 0)
            return;
        var back = scores.Length <= 8192 ? stackalloc byte[scores.Length] : new byte[scores.Length];
        for (var label = 0; label < Count; label++)
            scores[label] = NameLabels.IsInside(label) ? Never : scores[label] + steps[(Count * Count) + label];
        for (var at = 1; at < length; at++)
        {
            var before = scores.Slice((at - 1) * Count, Count);
            var here = scores.Slice(at * Count, Count);
            for (var label = 0; label < Count; label++)
            {
                var best = Never * 2;
                var from = 0;
                for (var previous = 0; previous < Count; previous++)
                {
                    var score = before[previous] + steps[(previous * Count) + label];
                    if (score > best && NameLabels.Follows(previous, label))
                    {
                        best = score;
                        from = previous;
                    }
                }

                here[label] += best;
                back[(at * Count) + label] = (byte)from;
            }
        }

        var last = scores.Slice((length - 1) * Count, Count);
        var choice = 0;
        for (var label = 1; label < Count; label++)
        {
            if (last[label] > last[choice])
                choice = label;
        }

        for (var at = length - 1; at >= 0; at--)
        {
            labels[at] = (byte)choice;
            choice = back[(at * Count) + choice];
        }
    }
}
