using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;

namespace Extraction.Cli.Tests;

/// <summary>A temporary folder in which the real program is run.</summary>
sealed class Sandbox : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(300);

    public string Root { get; } = Directory.CreateTempSubdirectory("extraction-cli-").FullName;

    public static string Samples { get; } = Repository("corpus", "samples");

    public static string Repository(params string[] parts) => Path.Combine([FindRoot(), .. parts]);

    public string this[string path] => Path.Combine(Root, path);

    public Sandbox Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public Sandbox Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllBytes(this[path], bytes);
        return this;
    }

    public string[] Lines(string path) => File.ReadAllLines(this[path]);

    public List<JsonNode> Json(string path) => [.. Lines(path).Select(line => JsonNode.Parse(line)!)];

    /// <summary>The codes in issues.jsonl with their documents, in order.</summary>
    public List<string> Issues(string path = "issues.jsonl") => [.. Json(path).Select(issue => $"{issue["code"]} {issue["document_id"]}")];

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "extraction"), arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        return Process.Start(start)!;
    }

    public Task<Ended> Run(params string[] arguments) => Feed("", arguments);

    /// <summary>Runs with standard input.</summary>
    public async Task<Ended> Feed(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input.Length > 0)
        {
            await process.StandardInput.WriteAsync(input);
        }

        process.StandardInput.Close();
        return await End(process, output, error);
    }

    public static async Task<Ended> End(Process process, Task<string> output, Task<string> error)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"the program did not end within {Patience}");
        }

        return new(process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../.."));
}

/// <summary>How a run of the program ended.</summary>
sealed record Ended(int Code, string Out, string Error)
{
    public string[] OutLines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
