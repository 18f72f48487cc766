namespace Extraction.Cli;

/// <summary>Tells files that a run has written from what a user keeps beside them.</summary>
static class EarlierOutput
{
    /// <summary>What records, article texts, issues, the report and its JSON, tables, entities, events and SQLite databases begin with.</summary>
    static readonly byte[][] Beginnings =
    [
        [.. "{\"actor\":"u8],
        [.. "{\"document_id\":"u8],
        [.. "{\"room\":"u8],
        [.. "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Extraction: run report<"u8],
        [.. "{\n  \"inputs\": ["u8],
        [.. "actor,action,"u8],
        [.. "{\"id\":\"x-"u8],
        [.. "id,event_id,"u8],
        [.. "SQLite format 3"u8],
    ];

    /// <summary>True for an empty file, and for one that begins as an output does.</summary>
    public static bool Fits(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> head = stackalloc byte[128];
            head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
            if (head.IsEmpty) return true;
            foreach (var beginning in Beginnings)
                if (head.StartsWith(beginning)) return true;
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
