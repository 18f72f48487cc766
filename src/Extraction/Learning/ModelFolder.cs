using System.Security.Cryptography;
using System.Text.Json;

namespace Extraction.Learning;

/// <summary>A model that cannot be used; the message names the file and says what to do.</summary>
public sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A trained model on disk: a folder with <c>weights.bin</c> and <c>card.json</c>, checked against each other on load.</summary>
public sealed record ModelFolder(ModelCard Card, SectionFile Weights)
{
    public const string WeightsName = "weights.bin";
    public const string CardName = "card.json";

    /// <summary>Loads <c>{models}/{name}</c> and checks name, hash and feature version.</summary>
    /// <exception cref="ModelException">A file is missing, damaged or of another version.</exception>
    public static ModelFolder Load(string models, string name, int featureVersion)
    {
        var cardPath = Path.Combine(models, name, CardName);
        var weightsPath = Path.Combine(models, name, WeightsName);
        var card = ReadCard(cardPath, name);
        if (card.FeatureVersion != featureVersion)
        {
            throw new ModelException(
                $"{cardPath}: the model has feature version {card.FeatureVersion}, this program needs {featureVersion}. Retrain it: extraction train {name}");
        }

        var bytes = ReadAll(weightsPath, name);
        if (!string.Equals(Hash(bytes), card.Sha256, StringComparison.Ordinal))
        {
            throw new ModelException(
                $"{weightsPath}: its sha256 is not the one in {CardName}; the file is damaged or was replaced. Restore both files from one version, or retrain: extraction train {name}");
        }

        try
        {
            return new ModelFolder(card, SectionFile.Read(bytes));
        }
        catch (InvalidDataException fault)
        {
            throw new ModelException($"{weightsPath}: {fault.Message}. Restore it, or retrain: extraction train {name}", fault);
        }
    }

    /// <summary>Writes weights and card; the card's size and hash are filled in here.</summary>
    public static ModelCard Save(string models, ModelCard card, byte[] weights)
    {
        var folder = Directory.CreateDirectory(Path.Combine(models, card.Name)).FullName;
        var complete = card with { Bytes = weights.Length, Sha256 = Hash(weights) };
        File.WriteAllBytes(Path.Combine(folder, WeightsName), weights);
        File.WriteAllText(Path.Combine(folder, CardName), JsonSerializer.Serialize(complete, ModelCardJson.Default.ModelCard) + "\n");
        return complete;
    }

    /// <summary>Changes what a model's card says; the weights, their size and hash stay.</summary>
    public static ModelCard Amend(string models, string name, Func<ModelCard, ModelCard> change)
    {
        var path = Path.Combine(models, name, CardName);
        var card = ReadCard(path, name);
        var amended = change(card) with { Name = card.Name, Bytes = card.Bytes, Sha256 = card.Sha256 };
        File.WriteAllText(path, JsonSerializer.Serialize(amended, ModelCardJson.Default.ModelCard) + "\n");
        return amended;
    }

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static ModelCard ReadCard(string path, string name)
    {
        var bytes = ReadAll(path, name);
        try
        {
            var card = ModelCardReader.Read(bytes);
            return card.Name == name
                ? card
                : throw new ModelException($"{path}: it is the card of \"{card.Name}\", not of \"{name}\". Restore it, or retrain: extraction train {name}");
        }
        catch (JsonException fault)
        {
            throw new ModelException($"{path}: it is not a model card ({fault.Message}). Restore it, or retrain: extraction train {name}", fault);
        }
    }

    private static byte[] ReadAll(string path, string name)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(
                $"{path}: cannot be read ({fault.Message}). Models lie beside the program or in the folder that \"models\" names; train one with: extraction train {name}", fault);
        }
    }
}
