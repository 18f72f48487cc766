namespace Extraction.Training.Relate.Reading;

/// <summary>One fall of the learning rate, on a cosine, and how it is spent.</summary>
/// <param name="Epochs">Times that every article is read.</param>
/// <param name="Rate">Highest learning rate, after a short start.</param>
/// <param name="Averaged">Last epochs whose weights are averaged.</param>
/// <param name="Forgotten">
/// Share of the words of each article that are known by their vectors alone, 0 to 1: what is learned must not hang on having seen the very word.
/// </param>
public sealed record Round(int Epochs, float Rate, int Averaged, float Forgotten = 0);

/// <summary>How the network is fitted; chosen on the development split.</summary>
/// <param name="LastRate">The share of the learning rate that is left at the end of a round.</param>
/// <param name="Dropout">Share of the columns that are dropped between layers, 0 to 1.</param>
/// <param name="FeatureDropout">Share of a token's features that are dropped, 0 to 1.</param>
/// <param name="WordDropout">Share of the tokens whose word vector is dropped, 0 to 1.</param>
/// <param name="Decay">Weight decay.</param>
/// <param name="MinCount">How often a feature must occur to be learnt.</param>
/// <param name="MostFeatures">How many features of tokens are learnt at most, the frequent ones first: most of the model's size.</param>
/// <param name="MostPairFeatures">The same of pairs' features.</param>
/// <param name="Seed">Of everything random.</param>
public sealed record ReadingOptions(
    float LastRate = 0.05f,
    float Dropout = 0.12f,
    float FeatureDropout = 0.12f,
    float WordDropout = 0.05f,
    float Decay = 0.01f,
    int MinCount = 9,
    int MostFeatures = 48_000,
    int MostPairFeatures = 24_000,
    int Seed = 1)
{
    /// <summary>The first round, with all words.</summary>
    public Round First { get; init; } = new(12, 0.0008f, 5);

    /// <summary>
    /// The second, a warm restart at a lower rate (Loshchilov and Hutter 2017, "SGDR") in which words are forgotten; 0 epochs leave it out.
    /// </summary>
    public Round Second { get; init; } = new(8, 0.0004f, 3, Forgotten: 0.12f);
}
