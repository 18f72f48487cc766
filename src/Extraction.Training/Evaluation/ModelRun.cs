using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Flow;
using Extraction.Training.Corpus;

namespace Extraction.Training.Evaluation;

/// <summary>What some models make of annotated documents.</summary>
public static class ModelRun
{
    /// <summary>The records of all documents, in their order. A document that fails has none.</summary>
    /// <param name="documents">With their pages.</param>
    /// <param name="options">Settings, the models folder among them.</param>
    /// <param name="failed">Told of every document that failed.</param>
    /// <exception cref="ConfigurationException">Models are missing or broken.</exception>
    public static ImmutableArray<Prediction> Extract(ImmutableArray<CorpusDocument> documents, PipelineOptions options, Action<string> failed)
    {
        var rooms = RoomsBuilder.Build(options, new NoIssues());
        return [.. documents.AsParallel().AsOrdered().SelectMany(document => Extract(rooms, document, failed)).Select(Prediction.Of)];
    }

    /// <summary>The same with the default settings and the models of a folder.</summary>
    public static ImmutableArray<Prediction> Extract(ImmutableArray<CorpusDocument> documents, string models, Action<string> failed) =>
        Extract(documents, new PipelineOptions { Models = new() { Folder = models } }, failed);

    static SanctionsRecord[] Extract(Rooms rooms, CorpusDocument document, Action<string> failed)
    {
        try
        {
            return [.. rooms.Extract(document.ToRaw(), CancellationToken.None)];
        }
        catch (DocumentException e)
        {
            failed($"{document.Name}: {e.Code}: {e.Message}");
            return [];
        }
    }
}
