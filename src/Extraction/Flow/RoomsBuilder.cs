using System.Reflection;
using Extraction.Annotate;
using Extraction.Clean;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Learning;
using Extraction.Record;
using Extraction.Relate;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Reading;
using Extraction.Relate.Scoring;

namespace Extraction.Flow;

/// <summary>Options → the rooms' work. Says everything that is missing at once.</summary>
public static class RoomsBuilder
{
    /// <param name="options">Resolved.</param>
    /// <param name="issues">Where rooms report what they lost without failing.</param>
    /// <exception cref="ConfigurationException">Models are missing or broken.</exception>
    public static Rooms Build(PipelineOptions options, IIssueLog issues)
    {
        var faults = new List<string>();
        var folder = ModelsFolder(options);
        var annotating = Loading(() => Annotator.Load(folder));
        var reading = Loading(() => ReadingModel.Load(folder));
        var relating = Loading(() => RelationModels.Load(folder));
        var clustering = Loading(() => WordClusters.Load(folder));
        var knowing = Loading(() => AuthorityLexicon.Default);

        var cleaner = new Cleaner(options.Clean with { MaxBytes = options.Ingest.MaxDocumentMegabytes << 20 }, issues);
        var annotator = Loaded(annotating, faults);
        var network = Loaded(reading, faults);
        var relations = Loaded(relating, faults);
        var clusters = Loaded(clustering, faults);
        var authorities = Loaded(knowing, faults);
        if (faults.Count > 0)
        {
            throw new ConfigurationException(faults);
        }

        var relator = new Relator(new NetworkReader(network!, options.Relate), relations!, new(authorities!, clusters!), options.Relate);
        var version = $"extraction-{ProgramVersion} {annotator!.Version} {relator.Version}";
        return new()
        {
            Version = version,
            Clean = cleaner.Clean,
            IsRelevant = article => Relevance.Matches(article.Text),
            IsReadable = article => English.Is(article.Text),
            Annotate = (article, _) => annotator.Annotate(article),
            Relate = (annotated, _) => relator.Relate(annotated),
            Record = events => Recorder.Record(events, version),
        };
    }

    /// <summary>The models folder that these options name: the configured one, else the one beside the program.</summary>
    public static string ModelsFolder(PipelineOptions options) => options.Models.Folder ?? Path.Combine(AppContext.BaseDirectory, "models");

    static string ProgramVersion => typeof(RoomsBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Models are loaded side by side, since that is most of a short run.</summary>
    static Task<T> Loading<T>(Func<T> load) => Task.Run(load);

    static T? Loaded<T>(Task<T> loading, List<string> faults)
        where T : class
    {
        try
        {
            return loading.GetAwaiter().GetResult();
        }
        catch (ModelException e)
        {
            faults.Add(e.Message);
            return null;
        }
    }
}
