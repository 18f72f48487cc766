using System.Globalization;
using System.Text;
using Extraction.Learning;

namespace Extraction.Training.Annotate;

/// <summary>A card for people: the README.md beside a model, made from its card, so that both agree.</summary>
public static class CardReadme
{
    public static string Render(ModelCard card)
    {
        var text = new StringBuilder();
        var culture = CultureInfo.InvariantCulture;
        text.Append(culture, $"# {card.Name}\n\n{card.About}\n\n");
        text.Append(culture, $"`weights.bin`: {card.Bytes:N0} bytes, feature version {card.FeatureVersion}, licence {card.Licence}. Retrain with `extraction train {card.Name}`.\n\n");
        text.Append("| measured | value | guide |\n| --- | ---: | ---: |\n");
        foreach (var score in card.Scores)
            text.Append(culture, $"| {score.Measure} | {score.Value:0.0#} | {score.Guide:0.##} |\n");
        text.Append("\n| trained on | licence |\n| --- | --- |\n");
        foreach (var source in card.Sources)
            text.Append(culture, $"| {source.Name} | {source.Licence} |\n");
        return text.ToString();
    }
}
