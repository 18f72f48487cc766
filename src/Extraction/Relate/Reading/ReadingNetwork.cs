using Extraction.Learning.Neural;

namespace Extraction.Relate.Reading;

/// <summary>
/// The network that reads an article: every token gets a state that knows the whole article to its left and right and its head
/// in the tree; heads on top say what the token is part of, and which authority acts upon a target.
/// </summary>
public sealed class ReadingNetwork
{
    public const int Width = 256;
    public const int Layers = 3;

    /// <summary>Columns of the table of token features, which is most of the model's size.</summary>
    public const int FeatureWidth = 64;
    public const int PairWidth = 64;
    readonly Parameter features;
    readonly Parameter featureProject;
    readonly Parameter project;
    readonly Parameter inputBias;
    readonly Parameter headLink;
    readonly Parameter nameLink;
    readonly List<(Parameter W, Parameter V, Parameter WBack, Parameter VBack)> layers = [];
    readonly Parameter tags;
    readonly Parameter tagBias;
    readonly Parameter pairQuery;
    readonly Parameter pairCandidate;
    readonly Parameter pairFeatures;
    readonly Parameter pairScore;
    readonly Parameter referQuery;
    readonly Parameter referCandidate;
    readonly Parameter referScore;
    readonly Parameter reasonQuery;
    readonly Parameter reasonCandidate;
    readonly Parameter reasonScore;
    readonly Parameter dateQuery;
    readonly Parameter dateCandidate;
    readonly Parameter dateScore;

    /// <param name="featureCount">Rows of the table of token features.</param>
    /// <param name="pairCount">Rows of the table of pair features.</param>
    /// <param name="dimensions">Length of the word vectors.</param>
    public ReadingNetwork(int featureCount, int pairCount, int dimensions)
    {
        features = Add(new("features", featureCount, FeatureWidth) { IsSparse = true });
        featureProject = Add(new("featureProject", FeatureWidth, Width));
        project = Add(new("project", dimensions, Width));
        inputBias = Add(new("inputBias", 1, Width));
        headLink = Add(new("headLink", Width, Width));
        nameLink = Add(new("nameLink", Width, Width));
        for (var i = 0; i < Layers; i++)
        {
            layers.Add((
                Add(new($"w{i}", Width, 2 * Width)),
                Add(new($"v{i}", 4, Width / 2)),
                Add(new($"wb{i}", Width, 2 * Width)),
                Add(new($"vb{i}", 4, Width / 2))));
        }

        tags = Add(new("tags", Width, TagLayout.Columns));
        tagBias = Add(new("tagBias", 1, TagLayout.Columns));
        pairQuery = Add(new("pairQuery", Width, PairWidth));
        pairCandidate = Add(new("pairCandidate", Width, PairWidth));
        pairFeatures = Add(new("pairFeatures", pairCount, PairWidth) { IsSparse = true });
        pairScore = Add(new("pairScore", PairWidth, Kernels.Lane));
        referQuery = Add(new("referQuery", Width, PairWidth));
        referCandidate = Add(new("referCandidate", Width, PairWidth));
        referScore = Add(new("referScore", PairWidth, Kernels.Lane));
        reasonQuery = Add(new("reasonQuery", Width, PairWidth));
        reasonCandidate = Add(new("reasonCandidate", Width, PairWidth));
        reasonScore = Add(new("reasonScore", PairWidth, Kernels.Lane));
        dateQuery = Add(new("dateQuery", Width, PairWidth));
        dateCandidate = Add(new("dateCandidate", Width, PairWidth));
        dateScore = Add(new("dateScore", PairWidth, Kernels.Lane));
    }

    public List<Parameter> Parameters { get; } = [];

    /// <summary>A state for every token.</summary>
    public Tensor Read(Tape tape, TokenInputs tokens, float dropout)
    {
        var words = tape.Constant(tokens.Count, project.Rows);
        tokens.Vectors.CopyTo(words.Data);
        foreach (var i in tokens.Blank) words.Row(i).Clear();
        var bag = tape.Linear(tape.Bag(features, tokens.Starts, tokens.Features), featureProject);
        var x = tape.Add(tape.Linear(words, project, inputBias), bag);
        x = tape.Dropout(tape.Tanh(x), dropout);
        for (var i = 0; i < Layers; i++)
        {
            var forth = tape.Recurrent(tape.Linear(x, layers[i].W), layers[i].V, backwards: false);
            var back = tape.Recurrent(tape.Linear(x, layers[i].WBack), layers[i].VBack, backwards: true);
            var y = tape.Beside(forth, back);
            if (i == 0) y = tape.Add(y, tape.Linear(tape.Gather(y, tokens.Heads), headLink));
            if (i == 1) y = tape.Add(y, tape.Linear(tape.GroupMean(y, tokens.Names), nameLink));
            x = tape.Dropout(y, dropout);
        }

        return x;
    }

    /// <summary>Scores of all tags of every token, laid out as <see cref="TagLayout"/> says.</summary>
    public Tensor Tag(Tape tape, Tensor states) => tape.Linear(states, tags, tagBias);

    /// <summary>A score, in the first column, for every pair of a target's token and a token that may name its actor.</summary>
    public Tensor Pair(Tape tape, Tensor states, PairInputs pairs) => Pair(tape, states, pairs, pairQuery, pairCandidate, pairScore);

    /// <summary>A score, in the first column, for every pair of a token that stands for a target named elsewhere and a token that may name it.</summary>
    public Tensor Refer(Tape tape, Tensor states, PairInputs pairs) => Pair(tape, states, pairs, referQuery, referCandidate, referScore);

    /// <summary>A score, in the first column, for every pair of a target's token and a token at which the reason for acting upon it may begin.</summary>
    public Tensor Reason(Tape tape, Tensor states, PairInputs pairs) => Pair(tape, states, pairs, reasonQuery, reasonCandidate, reasonScore);

    /// <summary>A score, in the first column, for every pair of a target's token and a token of what may date the act upon it.</summary>
    public Tensor Date(Tape tape, Tensor states, PairInputs pairs) => Pair(tape, states, pairs, dateQuery, dateCandidate, dateScore);

    Tensor Pair(Tape tape, Tensor states, PairInputs pairs, Parameter query, Parameter candidate, Parameter score)
    {
        var q = tape.Linear(tape.Gather(states, pairs.QueryTokens), query);
        var c = tape.Linear(tape.Gather(states, pairs.CandidateTokens), candidate);
        var sum = tape.Add(tape.Add(tape.Gather(q, pairs.Query), tape.Gather(c, pairs.Candidate)), tape.Bag(pairFeatures, pairs.Starts, pairs.Features));
        return tape.Linear(tape.Tanh(sum), score);
    }

    Parameter Add(Parameter p)
    {
        Parameters.Add(p);
        return p;
    }
}

/// <summary>Where the scores of each decision stand in the columns of <see cref="ReadingNetwork.Tag"/>.</summary>
public static class TagLayout
{
    public const int Columns = 32;

    /// <summary>Outside, begin, inside a target.</summary>
    public static readonly Range Target = 0..3;

    /// <summary><see cref="Documents.ActKind"/> in order.</summary>
    public static readonly Range Act = 3..7;

    /// <summary><see cref="Documents.ActStatus"/> in order.</summary>
    public static readonly Range Status = 7..11;

    /// <summary><see cref="Documents.TargetType"/> in order.</summary>
    public static readonly Range Type = 11..18;

    /// <summary>No, yes: part of the words that state the act.</summary>
    public static readonly Range Trigger = 18..20;

    /// <summary>No, yes: part of the words that name who acts.</summary>
    public static readonly Range Actor = 20..22;

    /// <summary>Outside, begin, inside a reason.</summary>
    public static readonly Range Reason = 22..25;

    /// <summary>No, yes: part of the act's date.</summary>
    public static readonly Range Date = 25..27;

    /// <summary>No, yes: stands in a sentence that states an act.</summary>
    public static readonly Range Evidence = 27..29;

    /// <summary>No, yes: states an act upon a target that its sentence does not name.</summary>
    public static readonly Range Implicit = 29..31;
}

/// <summary>What the network sees of the tokens of an article.</summary>
/// <param name="Vectors">Word vectors, one a token; zeros for unknown words.</param>
/// <param name="Starts">Where each token's features start; one more than tokens.</param>
/// <param name="Features">Rows of the table of token features.</param>
/// <param name="Heads">Index of each token's head, -1 for roots.</param>
/// <param name="Names">For tokens of names a number that all mentions of the name share; -1 for others.</param>
public sealed record TokenInputs(float[] Vectors, int[] Starts, int[] Features, int[] Heads, int[] Names)
{
    public int Count => Heads.Length;

    /// <summary>Tokens whose vectors are left out, as if the words were unknown.</summary>
    public IReadOnlyList<int> Blank { get; init; } = [];
}
