using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>
/// What cleaning one document may cost, counted in steps that are the same on every machine and under every load: a limit in seconds
/// would make the output depend on both. A step is about what a character costs; in a second some fifty million are done.
/// </summary>
/// <param name="most">Steps; see <see cref="CleanOptions.MaxSteps"/>.</param>
/// <param name="cancellation">The caller's.</param>
internal sealed class Work(long most, CancellationToken cancellation)
{
    /// <summary>Steps that an element or a passage costs.</summary>
    public const int Item = 100;

    private long done;

    /// <exception cref="DocumentException"><c>clean/too-slow</c></exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public void Spend(long steps)
    {
        cancellation.ThrowIfCancellationRequested();
        done += steps;
        if (done > most)
            throw new DocumentException("clean/too-slow", $"it takes more than {most / CleanOptions.Million} million steps to clean; raise clean.max_million_steps to read it");
    }
}
