using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extraction.Web.Caching;

/// <summary>A page as it was sent last.</summary>
/// <param name="Address">Whose it is.</param>
/// <param name="ContentType">As sent.</param>
/// <param name="ETag">As sent, or null.</param>
/// <param name="LastModified">As sent, or null.</param>
/// <param name="Served">When the server made the answer, by its own clock, or null.</param>
/// <param name="Digest">SHA-256 of the body: a file that a full disk or a crash spoilt is not used.</param>
sealed record CachedPage(string Address, string? ContentType, string? ETag, DateTimeOffset? LastModified, DateTimeOffset? Served, string Digest)
{
    [JsonIgnore]
    public byte[] Body { get; init; } = [];
}

/// <summary>
/// Pages that can be asked for conditionally, a file each: a line of JSON, then the body, unpacked. Several processes may share the folder:
/// a file is written under another name and renamed. A cache that cannot be read or written costs speed and nothing else.
/// </summary>
/// <param name="folder">Made with the first page.</param>
/// <param name="mostBytes">What <see cref="Trim"/> leaves.</param>
/// <param name="clock">For which page was asked for last.</param>
sealed class PageCache(string folder, long mostBytes, TimeProvider clock)
{
    const string Suffix = ".page";

    public CachedPage? Find(Uri address)
    {
        try
        {
            var path = PathOf(address);
            if (!File.Exists(path))
            {
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            var end = bytes.AsSpan().IndexOf((byte)'\n');
            var page = end < 0 ? null : JsonSerializer.Deserialize(bytes.AsSpan(0, end), CacheContext.Default.CachedPage);
            var body = bytes[(end + 1)..];
            if (page is null || page.Address != address.AbsoluteUri || page.Digest != DigestOf(body))
            {
                return null;
            }

            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return page with { Body = body };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Store(CachedPage page, Uri address)
    {
        var path = PathOf(address);
        var fresh = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var stream = File.Create(fresh))
            {
                JsonSerializer.Serialize(stream, page, CacheContext.Default.CachedPage);
                stream.Write("\n"u8);
                stream.Write(page.Body);
            }

            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Delete(fresh);
        }
    }

    /// <summary>Drops the pages that were not asked for longest until the rest fits, and what broken-off runs left.</summary>
    public void Trim()
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                return;
            }

            var left = mostBytes;
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*" + Suffix + "*", SearchOption.AllDirectories).OrderByDescending(file => file.LastWriteTimeUtc).ToList())
            {
                left -= file.Length;
                var isLeftOver = file.Extension != Suffix && clock.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > TimeSpan.FromHours(1);
                if (left < 0 || isLeftOver)
                {
                    Delete(file.FullName);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    public static string DigestOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    string PathOf(Uri address)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)));
        return Path.Combine(folder, name[..2], name + Suffix);
    }

    static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}

[JsonSerializable(typeof(CachedPage))]
sealed partial class CacheContext : JsonSerializerContext;
