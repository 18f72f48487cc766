using Extraction.Learning;

namespace Extraction.Relate.Reading;

/// <summary>Pairs of queries (targets, what stands for one) and candidates (mentions of authorities, of names), in the order of the queries.</summary>
/// <param name="QueryTokens">A token for each query.</param>
/// <param name="CandidateTokens">A token for each candidate.</param>
/// <param name="Query">For each pair its query.</param>
/// <param name="Candidate">For each pair its candidate.</param>
/// <param name="Starts">Where each pair's features start; one more than pairs.</param>
/// <param name="Features">Rows of the table of pair features.</param>
public sealed record PairInputs(int[] QueryTokens, int[] CandidateTokens, int[] Query, int[] Candidate, int[] Starts, int[] Features)
{
    /// <summary>For every query its pairs <c>[First, End)</c>; an empty run where nothing may be paired with it.</summary>
    public IEnumerable<(int Query, int First, int End)> Runs()
    {
        for (var (query, at) = (0, 0); query < QueryTokens.Length; query++)
        {
            var first = at;
            while (at < Query.Length && Query[at] == query) at++;
            yield return (query, first, at);
        }
    }
}

/// <summary>Collects pairs and their features.</summary>
/// <param name="index">Finds the rows of features.</param>
/// <param name="space">Added to every template, so that pairs of another kind have features of their own.</param>
sealed class PairTable(IFeatureIndex index, uint space)
{
    readonly List<int> query = [];
    readonly List<int> candidate = [];
    readonly List<int> starts = [];
    readonly List<int> rows = [];

    /// <summary>Starts a pair, whose features follow.</summary>
    public void Begin(int queryNumber, int candidateNumber)
    {
        query.Add(queryNumber);
        candidate.Add(candidateNumber);
        starts.Add(rows.Count);
    }

    public void Add(uint template, ulong a, ulong b = 0)
    {
        if (index.Find(Hashing.Feature(space + template, a, b)) is >= 0 and var row) rows.Add(row);
    }

    public PairInputs ToInputs(IEnumerable<int> queryTokens, IEnumerable<int> candidateTokens) =>
        new([.. queryTokens], [.. candidateTokens], [.. query], [.. candidate], [.. starts, rows.Count], [.. rows]);
}
