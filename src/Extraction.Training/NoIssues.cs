using Extraction.Documents;

namespace Extraction.Training;

/// <summary>What rooms lose while a corpus is read is not reported: the corpus' own checks tell.</summary>
sealed class NoIssues : IIssueLog
{
    public void Report(Issue issue)
    {
    }
}
