namespace Extraction.Tests.Copies;

/// <summary>
/// Stories that different reporters wrote of one act: their own words around the official quotation and the background that all of them
/// took from the announcement. These are no copies.
/// </summary>
static class SameAct
{
    static readonly string[] Actors = ["the United States", "the European Union", "Canada", "Switzerland", "Japan"];
    static readonly string[] Targets = ["Tervana Shipping", "Colonel Idris Makwela", "the Orsk Machine Works", "Banco del Istmo", "Halden Petroleum", "General Samir Toubal"];
    static readonly string[] Reasons = ["selling drone engines to the army of a neighbouring state", "ordering the shooting of unarmed protesters in the capital", "hiding the origin of crude oil from inspectors", "moving the money of a smuggling network through its accounts"];

    public static IEnumerable<string[]> Acts(int count)
    {
        for (var act = 0; act < count; act++)
        {
            var (actor, target, reason) = (Actors[act % Actors.Length], Targets[act % Targets.Length], Reasons[act % Reasons.Length]);
            var day = 3 + (act % 25);
            var quote = $"\"Those who profit from {reason} will find no safe place for their money in our banks, and we will use every tool that the law gives us to see to it,\" the minister said in a statement.";
            var background = $"{target} was named in a report of investigators two years ago, which described a chain of front companies in three countries and payments in cash that were never entered in any book.";
            yield return
            [
                $"Sanctions on {target}\n\n{Capital(actor)} imposed sanctions on {target} on {day} March, freezing whatever it owns within reach, officials said.\n\nThe decision followed months of talks among departments that had disagreed on how far to go, according to two people who know of the discussions but may not speak in public.\n\n{quote}\n\nShares of firms in the same trade fell in early dealing. Lawyers for {target} did not answer calls.\n\n{background}",
                $"Why {target} was put on the list\n\nFor years diplomats had asked how long it would take. On {day} March the answer came from {actor}: {target} is on the sanctions list, accused of {reason}.\n\n{quote}\n\nExperts doubt that the step will change much at once. Assets had been moved abroad in good time, a former inspector told this paper, and what is left would hardly fill a page. Yet banks read such lists with care, and those who dealt with {target} will now think twice before they sign.\n\n{background}\n\nThe next review is due in a year.",
                $"Government of {target.Split(' ')[^1]} region protests\n\nAn angry crowd gathered before the embassy after {actor} blacklisted {target}. Traders closed their stalls at noon and a spokesman spoke of an unfriendly act that would be answered in kind.\n\nOfficials at home played the matter down. The economy, they said, had weathered worse, and the harvest had been good; nobody need fear for wages before the winter. {background}\n\nIn the market hall opinions were divided, with some glad to see a powerful man in trouble and others afraid for their jobs.\n\n{quote}",
            ];
        }
    }

    static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
