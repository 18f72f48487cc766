using Extraction.Ingest;

namespace Extraction.Flow.Batch;

/// <summary>Divides an input into stretches of about the same size, in order, cutting large files where that can be done.</summary>
public static class BatchDivision
{
    /// <summary>Opening a file costs about as much as reading so many bytes.</summary>
    const int FileCost = 4096;

    /// <returns>At most so many tasks, none of them empty (but one where there is no file); fewer where the input has too few places to cut.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<IReadOnlyList<PlannedFile>> Divide(IReadOnlyList<PlannedFile> files, int tasks)
    {
        var all = files.Sum(Cost);
        var ends = new Queue<long>(Enumerable.Range(1, tasks - 1).Select(i => (long)((Int128)all * i / tasks)));
        var divided = new List<List<PlannedFile>> { new() };
        var position = 0L;
        foreach (var file in files)
        {
            var size = Cost(file);
            var inside = new List<long>();
            while (ends.TryPeek(out var end) && end < position + size)
            {
                inside.Add(ends.Dequeue() - position);
            }

            Add(divided, file, inside, size);
            position += size;
        }

        divided.RemoveAll(task => task.Count == 0);
        return divided.Count == 0 ? [[]] : divided;
    }

    static void Add(List<List<PlannedFile>> divided, PlannedFile file, List<long> inside, long size)
    {
        if (inside.Count > 0 && file.CanPart)
        {
            var parts = file.Parts(inside);
            for (var i = 0; i < parts.Count; i++)
            {
                if (i > 0)
                {
                    divided.Add([]);
                }

                divided[^1].Add(parts[i]);
            }

            return;
        }

        // A file that is not cut goes to the side on which most of it lies.
        if (inside.Any(place => place <= size / 2))
        {
            divided.Add([]);
        }

        divided[^1].Add(file);
        if (inside.Any(place => place > size / 2))
        {
            divided.Add([]);
        }
    }

    static long Cost(PlannedFile file) => file.Size + FileCost;
}
