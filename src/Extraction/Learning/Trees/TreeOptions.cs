namespace Extraction.Learning.Trees;

/// <summary>How trees are grown.</summary>
/// <param name="Trees">How many.</param>
/// <param name="Leaves">Most leaves of a tree.</param>
/// <param name="LearningRate">Share of its correction that each tree makes.</param>
/// <param name="MinExamples">Fewest examples at a leaf.</param>
/// <param name="L2">Strength of the L2 penalty on a leaf's value.</param>
/// <param name="Groups">Share of the groups (articles) that a tree sees.</param>
/// <param name="Values">Share of the measured values that a tree may ask for.</param>
public sealed record TreeOptions(int Trees = 400, int Leaves = 8, double LearningRate = 0.04, int MinExamples = 40, double L2 = 5, double Groups = 0.6, double Values = 0.5);
