using Extraction.Clean;
using Extraction.Documents;

namespace Extraction.Flow;

/// <summary>Options → the rooms' work. Says everything that is missing at once.</summary>
public static class RoomsBuilder
{
    /// <param name="options">Resolved.</param>
    /// <param name="issues">Where rooms report what they lost without failing.</param>
    /// <exception cref="ConfigurationException">A model is missing or broken.</exception>
    public static Rooms Build(PipelineOptions options, IIssueLog issues)
    {
        var cleaner = new Cleaner(options.Clean with { MaxBytes = options.Ingest.MaxDocumentMegabytes << 20 }, issues);
        return StandIns.Rooms with { Clean = cleaner.Clean };
    }
}
