using System.Buffers;
using System.Text.Json;
using Extraction.Emit;
using Microsoft.Win32.SafeHandles;

namespace Extraction.Review.Records;

/// <summary>The articles of <c>run --articles</c>: only the places of the lines are kept in memory, texts are read when asked for.</summary>
public sealed class ArticleFile : IDisposable
{
    readonly Dictionary<(string Document, int Article), (long Offset, int Length)> places = [];
    readonly SafeFileHandle handle;

    /// <exception cref="InvalidDataException">A line is no article; names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ArticleFile(string path)
    {
        handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            Index(path);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>All articles, in the order of the file.</summary>
    public IReadOnlyCollection<(string Document, int Article)> Keys => places.Keys;

    /// <summary>The article, or null where the file does not have it.</summary>
    public ArticleLine? Find(string document, int article)
    {
        if (!places.TryGetValue((document, article), out var place))
        {
            return null;
        }

        var bytes = new byte[place.Length];
        for (var read = 0; read < bytes.Length;)
        {
            var more = RandomAccess.Read(handle, bytes.AsSpan(read), place.Offset + read);
            read += more > 0 ? more : throw new EndOfStreamException("The file of articles was cut off while it was open.");
        }

        return JsonSerializer.Deserialize(bytes, JsonLines.Article);
    }

    public void Dispose() => handle.Dispose();

    void Index(string path)
    {
        var line = new ArrayBufferWriter<byte>();
        var chunk = new byte[1 << 20];
        long start = 0, number = 0;
        void Add()
        {
            number++;
            if (line.WrittenSpan.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                places.TryAdd(KeyOf(line.WrittenSpan, $"{path}:{number}"), (start, line.WrittenCount));
            }

            start += line.WrittenCount + 1;
            line.ResetWrittenCount();
        }

        for (long offset = 0; ;)
        {
            var read = RandomAccess.Read(handle, chunk, offset);
            if (read == 0)
            {
                break;
            }

            offset += read;
            var rest = chunk.AsSpan(0, read);
            for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
            {
                line.Write(rest[..end]);
                Add();
            }

            line.Write(rest);
        }

        Add();
    }

    static (string Document, int Article) KeyOf(ReadOnlySpan<byte> line, string place)
    {
        string? document = null;
        var article = 1;
        try
        {
            var json = new Utf8JsonReader(line);
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isDocument = json.ValueTextEquals("document_id"u8);
                var isArticle = json.ValueTextEquals("article"u8);
                json.Read();
                if (isDocument)
                {
                    document = json.GetString();
                }
                else if (isArticle)
                {
                    article = json.GetInt32();
                }
                else
                {
                    json.Skip();
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{place}: is no article: {e.Message}", e);
        }

        return document is null ? throw new InvalidDataException($"{place}: is no article: there is no document_id") : (document, article);
    }
}
