using Extraction.Knowledge;
using Extraction.Learning;

namespace Extraction.Relate.Syntax;

/// <summary>What this room knows beside the article: who the authorities are, and which words are alike.</summary>
public sealed record RelateKnowledge(AuthorityLexicon Authorities, WordClusters Clusters);
