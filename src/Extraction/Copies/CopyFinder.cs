using System.Collections.Immutable;
using Extraction.Learning;

namespace Extraction.Copies;

/// <summary>Where an article stands: its document, and its number on the page.</summary>
public readonly record struct ArticlePlace(string DocumentId, int Article);

/// <summary>
/// Tells of each article, in the order of the run, which earlier one it is a copy of. Copies are compared with originals only, so that
/// no chain of small changes leads from one story to another. What it says depends on the articles and their order alone: a run that is
/// resumed, and a merge of shards, give it the same sketches again. Memory is bounded by <see cref="CopyOptions.Remember"/>.
/// </summary>
/// <remarks>
/// Likely pairs are found by bands of two places (locality-sensitive hashing: Leskovec, Rajaraman and Ullman, Mining of Massive Datasets,
/// chapter 3): with 64 bands a pair that shares 0.3 is met with probability 0.998. Each bucket is a chain from its newest original to
/// older ones; the numbers only fall, so a chain ends where it reaches what was forgotten.
/// </remarks>
public sealed class CopyFinder(CopyOptions options)
{
    const int BandSize = 2;
    const int Bands = Sketch.Size / BandSize;
    const int Buckets = 1 << 14;

    /// <summary>Where an outlet prints the same lines below every article, buckets grow long: then only the newest are looked at.</summary>
    const int LongestChain = 256;

    /// <summary>Articles with fewer sequences are copies only where they are the same: a short notice shares most of its words with every other.</summary>
    const int Few = 30;

    /// <summary>A cut copy has this share of its sequences in the whole one …</summary>
    const double CutShare = 0.85;

    /// <summary>… and is at least this part of it.</summary>
    const double CutSize = 0.25;

    readonly int[] newest = new int[Bands * Buckets];
    readonly List<Original> originals = [];
    int stored, call;

    /// <summary>The original of this article, or null where it is one itself.</summary>
    public ArticlePlace? Settle(ArticlePlace place, Sketch sketch)
    {
        Span<int> buckets = stackalloc int[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var key = Hashing.Feature((uint)band, sketch.Minima[BandSize * band], sketch.Minima[(BandSize * band) + 1]);
            buckets[band] = (band * Buckets) + (int)(key % Buckets);
        }

        if (Nearest(sketch, buckets) is { } original)
        {
            return original.Place;
        }

        Remember(place, sketch, buckets);
        return null;
    }

    /// <summary>Whether two articles are copies of one report.</summary>
    public bool AreCopies(Sketch a, Sketch b) => Likeness(a, b) > 0;

    Original? Nearest(Sketch sketch, ReadOnlySpan<int> buckets)
    {
        call++;
        (Original? Found, double Likeness) best = default;
        for (var band = 0; band < Bands; band++)
        {
            var number = newest[buckets[band]];
            for (var step = 0; step < LongestChain && number > 0 && number > stored - options.Remember; step++)
            {
                var original = originals[(number - 1) % options.Remember];
                number = original.Before[band];
                if (original.SeenBy == call)
                {
                    continue;
                }

                original.SeenBy = call;
                var likeness = Likeness(sketch, original.Sketch);
                if (likeness > best.Likeness || (likeness > 0 && likeness == best.Likeness && original.Number < best.Found!.Number))
                {
                    best = (original, likeness);
                }
            }
        }

        return best.Found;
    }

    /// <summary>The share that two have in common where they are copies, else 0.</summary>
    double Likeness(Sketch a, Sketch b)
    {
        var share = a.ShareWith(b);
        var (less, more) = (Math.Min(a.Sequences, b.Sequences), Math.Max(a.Sequences, b.Sequences));
        if (less < Few)
        {
            return share >= 1 ? 1 : 0;
        }

        // |A ∩ B| from the share of the union.
        var ofTheShorter = share / (1 + share) * (less + more) / less;
        return share >= options.MinShare || (ofTheShorter >= CutShare && less >= CutSize * more) ? share : 0;
    }

    void Remember(ArticlePlace place, Sketch sketch, ReadOnlySpan<int> buckets)
    {
        stored++;
        var before = ImmutableArray.CreateBuilder<int>(Bands);
        foreach (var bucket in buckets)
        {
            before.Add(newest[bucket]);
            newest[bucket] = stored;
        }

        var original = new Original(stored, place, sketch, before.MoveToImmutable());
        if (originals.Count < options.Remember)
        {
            originals.Add(original);
        }
        else
        {
            originals[(stored - 1) % options.Remember] = original;
        }
    }

    /// <param name="Number">From 1, in the order of the run.</param>
    /// <param name="Before">For each band the next older original of the same bucket; 0 for none.</param>
    sealed record Original(int Number, ArticlePlace Place, Sketch Sketch, ImmutableArray<int> Before)
    {
        /// <summary>The last comparison that met it.</summary>
        public int SeenBy { get; set; }
    }
}
