using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Extraction.Review.Web;

/// <summary>The page's own files, which are part of the program.</summary>
static class PageFiles
{
    const string Prefix = "page/";

    static readonly FrozenDictionary<string, byte[]> Files = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => "/" + name[Prefix.Length..], Bytes, StringComparer.Ordinal);

    public static IResult Find(HttpContext context)
    {
        var path = context.Request.Path.Value is null or "/" ? "/index.html" : context.Request.Path.Value;
        return Files.TryGetValue(path, out var bytes) ? Results.Bytes(bytes, TypeOf(path)) : Results.NotFound();
    }

    static byte[] Bytes(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
