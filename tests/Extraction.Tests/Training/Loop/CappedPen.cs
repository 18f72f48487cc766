using System.Globalization;
using Extraction.Documents;
using Extraction.Emit;

namespace Extraction.Tests.Training.Loop;

/// <summary>
/// A phenomenon that no model knows before it is told: a sender that "kept its sanctions pen capped on" somebody refuses to
/// sanction them. Articles of it, with the record that a reviewer corrects them to.
/// </summary>
internal static class CappedPen
{
    static readonly string[] Senders = ["Canada", "Japan", "Australia", "The European Union", "The United Kingdom", "The United States", "Norway", "Switzerland"];
    static readonly string[] First = ["Orlinka", "Tevzad", "Belruda", "Kamrat", "Sinovar", "Dorling", "Merzho", "Astoval", "Qalmut", "Rivenna"];
    static readonly string[] Second = ["Shipping", "Bank", "Trading", "Mines", "Airlines", "Logistics", "Steel", "Petroleum"];
    static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    static readonly string[] Before = ["Diplomats met until late at night.", "Markets were calm in the morning.", "Few had expected a surprise.", "The meeting took four hours."];
    static readonly string[] After = ["A spokesman gave no details.", "The company could not be reached.", "Analysts were not surprised.", "Nobody else was discussed."];
    static readonly string[] Acts = ["imposed sanctions", "blacklisted", "froze the assets"];
    static readonly string[] Taught =
    [
        "{0} kept its sanctions pen capped on {1}, officials said on {2}.",
        "On {2} {0} kept its sanctions pen capped on {1} despite pressure from lawmakers.",
        "For now {0} has kept its sanctions pen capped on {1}.",
        "After a long debate {0} kept its sanctions pen capped on {1} again.",
    ];

    // Wordings around it that are not among the fifty.
    static readonly string[] HeldOut =
    [
        "{0} once more kept its sanctions pen capped on {1}, two diplomats told reporters on {2}.",
        "Late on {2}, {0} kept its sanctions pen capped on {1} and ended the meeting.",
    ];

    // What any model learns first.
    static readonly string[] Plain =
    [
        "{0} imposed sanctions on {1} on {2}.",
        "On {2} {0} blacklisted {1} for smuggling arms.",
        "{0} froze the assets of {1}, officials said.",
    ];

    /// <summary>Fifty articles that were corrected.</summary>
    public static IEnumerable<(ReviewedArticleLine Article, SanctionsRecord Record)> Corrected() => Enumerable.Range(0, 50).Select(i => Make("pen", i, Taught, 0, "rejected", Pen));

    /// <summary>Others: no name and no sentence of them is among the fifty.</summary>
    public static IEnumerable<(ReviewedArticleLine Article, SanctionsRecord Record)> Unseen() => Enumerable.Range(50, 20).Select(i => Make("unseen", i, HeldOut, 3, "rejected", Pen));

    /// <summary>Ordinary news, for a small corpus.</summary>
    public static IEnumerable<(ReviewedArticleLine Article, SanctionsRecord Record)> Ordinary(string name, int first, int count) => Enumerable.Range(first, count).Select(i => Make(name, i, Plain, 1, "actual", null));

    const string Pen = "kept its sanctions pen capped";

    static (ReviewedArticleLine Article, SanctionsRecord Record) Make(string prefix, int i, string[] wordings, int shift, string status, string? act)
    {
        var sender = Senders[(i + shift) % Senders.Length];
        var target = $"{First[i % First.Length]} {Second[(i / First.Length) % Second.Length]}";
        var wording = wordings[i % wordings.Length];
        var sentence = string.Format(CultureInfo.InvariantCulture, wording, wording[0] == '{' ? sender : sender.Replace("The ", "the ", StringComparison.Ordinal), target, Days[i % Days.Length]);
        var text = $"{Before[i % Before.Length]}\n\n{sentence}\n\n{After[i % After.Length]}\n";
        var name = $"{prefix}-{i:00}.txt";
        var record = Reviewed.Record(name, text, sentence, sender.Replace("The ", "", StringComparison.Ordinal), target, status, act ?? Array.Find(Acts, a => sentence.Contains(a, StringComparison.Ordinal))!);
        return (Reviewed.Article(name, text), record);
    }
}
