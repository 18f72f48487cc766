namespace Extraction.Learning.MaximumEntropy;

/// <summary>How a model is fitted.</summary>
/// <param name="Bits">Binary logarithm of the number of feature slots.</param>
/// <param name="Epochs">Passes over the examples.</param>
/// <param name="LearningRate">FTRL's alpha.</param>
/// <param name="L1">Strength of the L1 penalty: higher means fewer weights.</param>
/// <param name="L2">Strength of the L2 penalty.</param>
/// <param name="Models">How many are fitted, each with its own order and dropout, and averaged: what one learned by chance is evened out.</param>
/// <param name="Dropout">Share of an example's features that are left out, anew in every epoch, so that no decision hangs on one of them.</param>
public sealed record TrainingOptions(int Bits = 18, int Epochs = 12, double LearningRate = 0.1, double L1 = 0.3, double L2 = 1.0, double Dropout = 0, int Models = 1);
