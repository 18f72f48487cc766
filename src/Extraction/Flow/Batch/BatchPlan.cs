using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extraction.Copies;
using Extraction.Emit;
using Extraction.Ingest;

namespace Extraction.Flow.Batch;

/// <summary>
/// How a run is divided among the tasks of a batch system. A folder: <c>plan.json</c> (this), <c>tasks/0000.jsonl</c> … (the files of each
/// task, a line each), <c>pipeline.yml</c> (the settings, frozen), and <c>shards/</c>, where the tasks put what they made.
/// </summary>
/// <param name="Id">Of input, settings, models and division: shards of one id belong together.</param>
/// <param name="Extractor">Version of the program and its models.</param>
/// <param name="Folder">The folder that relative paths are relative to.</param>
/// <param name="Inputs">As the user named them.</param>
/// <param name="Published">Publication date of documents that give none, or null.</param>
/// <param name="Lists">Lists that targets are looked up in, with the SHA-256 of each.</param>
/// <param name="Gate">Whether documents that cannot matter are left out at the door.</param>
/// <param name="Articles">Whether article texts are written too.</param>
/// <param name="Copies">How the merge finds copies; null where it does not.</param>
/// <param name="Tasks">Each with its size and the SHA-256 of its list of files.</param>
public sealed record BatchPlan(
    string Id,
    string Extractor,
    string Folder,
    IReadOnlyList<string> Inputs,
    string? Published,
    IReadOnlyList<BatchList> Lists,
    bool Gate,
    bool Articles,
    CopyOptions? Copies,
    IReadOnlyList<BatchTask> Tasks)
{
    public const string FileName = "plan.json";
    public const string SettingsName = "pipeline.yml";
    public const string ScriptName = "job.sh";
    public const string ShardsName = "shards";

    /// <summary>The plan with the id that belongs to its content.</summary>
    /// <param name="settings">Everything of the options that changes the output.</param>
    public BatchPlan WithId(string settings)
    {
        string[] parts = [Extractor, settings, $"{Published}", $"{Gate} {Articles} {Copies}", .. Lists.Select(list => list.Sha256), .. Tasks.Select(task => task.Sha256)];
        return this with { Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..20] };
    }

    /// <summary>The file that lists what a task reads.</summary>
    public static string TaskPath(string folder, int task) => Path.Combine(folder, "tasks", Number(task) + ".jsonl");

    public static string ShardPath(string folder, int task) => Path.Combine(folder, ShardsName, Number(task));

    internal static string Number(int task) => task.ToString("0000", CultureInfo.InvariantCulture);

    public void Write(string folder) => Save(Path.Combine(folder, FileName), stream => JsonSerializer.Serialize(stream, this, BatchContext.Default.BatchPlan));

    /// <exception cref="ConfigurationException">There is no plan.</exception>
    public static BatchPlan Read(string folder) => Load(Path.Combine(folder, FileName), BatchContext.Default.BatchPlan, "no plan; 'extraction batch' makes one");

    /// <summary>Writes the list of one task and says what is in it.</summary>
    public static BatchTask WriteTask(string folder, int task, IReadOnlyList<PlannedFile> files)
    {
        var path = TaskPath(folder, task);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Save(path, stream =>
        {
            foreach (var file in files)
            {
                byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(file, BatchContext.Default.PlannedFile), (byte)'\n'];
                hash.AppendData(line);
                stream.Write(line);
            }
        });
        return new(files.Count, files.Sum(file => file.Size), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <exception cref="ConfigurationException">The list is not there, or is not the one of the plan.</exception>
    public IReadOnlyList<PlannedFile> ReadTask(string folder, int task)
    {
        var path = TaskPath(folder, task);
        try
        {
            var bytes = File.ReadAllBytes(path);
            return Convert.ToHexStringLower(SHA256.HashData(bytes)) != Tasks[task].Sha256
                ? throw new ConfigurationException([$"{path}: is not the list of this plan; make the plan again with 'extraction batch'"])
                : [.. Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize(line, BatchContext.Default.PlannedFile)!)];
        }
        catch (IOException e)
        {
            throw new ConfigurationException([$"{path}: {e.Message}"]);
        }
    }

    /// <summary>Under its name when it is complete.</summary>
    internal static void Save(string path, Action<Stream> write)
    {
        try
        {
            var fresh = path + LineFile.PartialSuffix;
            using (var stream = File.Create(fresh))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, $"cannot be written: {e.Message}", e);
        }
    }

    internal static T Load<T>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, string absent)
        where T : class
    {
        if (!File.Exists(path))
        {
            throw new ConfigurationException([$"{path}: {absent}"]);
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), type) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new ConfigurationException([$"{path}: was not written by this program ({e.Message})"]);
        }
    }
}

/// <summary>A list of sanctioned names that a plan uses.</summary>
public sealed record BatchList(string Path, string Sha256);

/// <summary>What one task has to read.</summary>
/// <param name="Files">Files and parts of files.</param>
/// <param name="Bytes">As stored.</param>
/// <param name="Sha256">Of the list of them.</param>
public sealed record BatchTask(int Files, long Bytes, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(BatchPlan))]
[JsonSerializable(typeof(PlannedFile))]
[JsonSerializable(typeof(ShardSummary))]
sealed partial class BatchContext : JsonSerializerContext;
