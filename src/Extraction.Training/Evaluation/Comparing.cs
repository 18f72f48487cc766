using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extraction.Knowledge;
using Extraction.Training.Corpus;

namespace Extraction.Training.Evaluation;

/// <summary>When a predicted field counts as the gold's: the definitions that the project's figures follow.</summary>
public static partial class Comparing
{
    /// <summary>From this likeness of names on, two targets may be one.</summary>
    public const double LeastTarget = 0.66;

    /// <summary>From this overlap (F1 of words) on, two justifications are one.</summary>
    public const double LeastJustification = 0.5;

    private static readonly FrozenSet<string> Titles = FrozenSet.Create(
        StringComparer.Ordinal,
        "mr", "mrs", "ms", "dr", "gen", "general", "president", "minister", "prime", "ayatollah", "the", "a", "an", "of", "and", "s",
        "sir", "lord", "sheikh", "colonel", "col", "major", "brigadier", "ex", "former", "senior", "commander");

    private static readonly FrozenDictionary<string, string> Actors = new Dictionary<string, string>
    {
        ["us"] = "united states",
        ["usa"] = "united states",
        ["u s"] = "united states",
        ["united states of america"] = "united states",
        ["america"] = "united states",
        ["uk"] = "united kingdom",
        ["britain"] = "united kingdom",
        ["great britain"] = "united kingdom",
        ["eu"] = "european union",
        ["un"] = "united nations",
        ["un security council"] = "united nations",
        ["united nations security council"] = "united nations",
        ["people s republic of china"] = "china",
        ["czechia"] = "czech republic",
        ["economic community of west african states"] = "ecowas",
        ["league of arab states"] = "arab league",
        ["group of seven"] = "g7",
        ["g 7"] = "g7",
        ["republic of korea"] = "south korea",
        ["dprk"] = "north korea",
        ["democratic people s republic of korea"] = "north korea",
        ["russian federation"] = "russia",
        ["islamic republic of iran"] = "iran",
        ["turkiye"] = "turkey",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    [GeneratedRegex(@"[’']s\b", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NoWord();

    /// <summary>Lower case without accents, possessives and punctuation, one space between words.</summary>
    public static string Plain(string? text) =>
        NoWord().Replace(Possessive().Replace(Folding.Table.Fold(text ?? ""), " "), " ").Trim(' ');

    /// <summary>One name for an actor's many.</summary>
    public static string Actor(string? name)
    {
        var plain = Plain(name);
        if (plain.StartsWith("the ", StringComparison.Ordinal))
            plain = plain[4..];
        return Actors.GetValueOrDefault(plain, plain);
    }

    public static bool SameActor(Prediction predicted, GoldRecord gold)
    {
        var actor = Actor(predicted.Actor);
        return actor == Actor(gold.Actor) || gold.ActorAliases.Any(a => actor == Actor(a));
    }

    /// <summary>The words of a name without titles, unless it is of titles only.</summary>
    public static string[] NameWords(string? name)
    {
        var words = Split(Plain(name));
        var kept = words.Where(w => !Titles.Contains(w)).ToArray();
        return kept.Length > 0 ? kept : words;
    }

    /// <summary>How alike a predicted target is to the gold's names for it, 0 to 1.</summary>
    public static double TargetLikeness(string? predicted, GoldRecord gold) =>
        gold.TargetAliases.Prepend(gold.Target).Max(name => TargetLikeness(predicted, name, gold.TargetType));

    /// <summary>How alike two names of targets are, 0 to 1; a person's name cut short scores at least 0.9.</summary>
    public static double TargetLikeness(string? predicted, string name, string? type)
    {
        var a = NameWords(predicted);
        var b = NameWords(name);
        var likeness = a.SequenceEqual(b) ? 1.0 : Overlap(a, b);
        return type == "person" && a.Length > 0 && b.Length > 0 && a[^1] == b[^1] && (a.All(b.Contains) || b.All(a.Contains)) ? Math.Max(likeness, 0.9) : likeness;
    }

    /// <summary>F1 of the words of two spans.</summary>
    public static double SpanLikeness(string a, string b) => Overlap(Split(Plain(a)), Split(Plain(b)));

    public static bool SameDate(Prediction predicted, GoldRecord gold)
    {
        var date = Some(predicted.Date);
        return date == Some(gold.Date) || gold.DateAlternatives.Any(d => date == Some(d));
    }

    public static bool SameJustification(Prediction predicted, GoldRecord gold)
    {
        var accepted = gold.JustificationAlternatives.Prepend(gold.Justification);
        if (Some(predicted.Justification) is null)
            return accepted.Any(j => Some(j) is null);
        var words = Split(Plain(predicted.Justification));
        return accepted.Any(j => Some(j) is not null && Overlap(words, Split(Plain(j))) >= LeastJustification);
    }

    /// <summary>F1 of two bags of words.</summary>
    public static double Overlap(string[] a, string[] b)
    {
        if (a.Length == 0 || b.Length == 0)
            return 0;
        var rest = b.ToList();
        var common = a.Count(rest.Remove);
        return common == 0 ? 0 : 2.0 * common / (a.Length + b.Length);
    }

    private static string[] Split(string plain) => plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
