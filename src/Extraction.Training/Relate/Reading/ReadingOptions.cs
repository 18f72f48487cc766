namespace Extraction.Training.Relate.Reading;

/// <summary>How the network is fitted; chosen on the development split.</summary>
/// <param name="Epochs">Times that every article is read.</param>
/// <param name="Rate">Highest learning rate, after a short start.</param>
/// <param name="LastRate">The share of it that is left at the end, on a cosine.</param>
/// <param name="Averaged">Last epochs whose weights are averaged.</param>
/// <param name="Dropout">Share of the columns that are dropped between layers, 0 to 1.</param>
/// <param name="FeatureDropout">Share of a token's features that are dropped, 0 to 1.</param>
/// <param name="WordDropout">Share of the tokens whose word vector is dropped, 0 to 1.</param>
/// <param name="Decay">Weight decay.</param>
/// <param name="MinCount">How often a feature must occur to be learnt.</param>
/// <param name="MostFeatures">How many features of tokens are learnt at most, the frequent ones first: most of the model's size.</param>
/// <param name="MostPairFeatures">The same of pairs' features.</param>
/// <param name="Seed">Of everything random.</param>
public sealed record ReadingOptions(
    int Epochs = 12,
    float Rate = 0.0008f,
    float LastRate = 0.05f,
    int Averaged = 5,
    float Dropout = 0.12f,
    float FeatureDropout = 0.12f,
    float WordDropout = 0.05f,
    float Decay = 0.01f,
    int MinCount = 9,
    int MostFeatures = 48_000,
    int MostPairFeatures = 24_000,
    int Seed = 1);
