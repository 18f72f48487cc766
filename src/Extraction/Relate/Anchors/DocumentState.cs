using Extraction.Documents;
using Extraction.Relate.Actors;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Anchors;

/// <summary>
/// What the article has said so far, read left to right: the act that a sentence without its own can go on with. While
/// training it is kept from gold, so that one wrong guess does not spoil what is learned from the rest.
/// </summary>
public sealed class DocumentState
{
    /// <summary>What the first reading found; <see cref="FirstReading.None"/> while it goes on.</summary>
    public FirstReading First { get; init; } = FirstReading.None;

    /// <summary>True in the second reading.</summary>
    public bool IsSecond => !ReferenceEquals(First, FirstReading.None);

    /// <summary>Number of the last sentence that stated an act, or -1.</summary>
    public int LastSentence { get; private set; } = -1;

    public ActKind LastAction { get; private set; }

    public ActStatus LastStatus { get; private set; }

    public IReadOnlyList<Authority> LastActors { get; private set; } = [];

    /// <summary>Number of targets stated by that sentence.</summary>
    public int LastTargets { get; private set; }

    public bool HasAct => LastSentence >= 0;

    /// <summary>How often each authority acted so far, by canonical name.</summary>
    public Dictionary<string, int> ActorCounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Targets so far, by normal form.</summary>
    public HashSet<string> Targets { get; } = new(StringComparer.Ordinal);

    public void Note(SentenceView sentence, ActKind action, ActStatus status, IReadOnlyList<Authority> actors, int targets)
    {
        LastSentence = sentence.Number;
        LastAction = action;
        LastStatus = status;
        if (actors.Count > 0) LastActors = actors;
        LastTargets = targets;
        foreach (var actor in actors) ActorCounts[actor.Name] = ActorCounts.GetValueOrDefault(actor.Name) + 1;
    }
}
