using System.CommandLine;
using System.CommandLine.Parsing;

namespace Extraction.Cli;

/// <summary>Words that begin as options do and are none of the command's: it would look for files of these names.</summary>
static class UnknownOptions
{
    /// <summary>Settings that another command has an option for.</summary>
    static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal) { ["--min-confidence"] = "relate.min_confidence" };

    /// <summary>A line for each of them; behind <c>--</c> there is none.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.CommandResult.Parent is null)
        {
            return [];
        }

        var command = NameOf(parsed.CommandResult);
        return [.. from token in parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            where token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(token.Value)
            let name = token.Value.Split('=')[0]
            select $"{name}: is no option of '{command}'; " + (Settings.TryGetValue(name, out var key) ? $"it is {key} in pipeline.yml" : $"'extraction {command} --help' lists them")];
    }

    static string NameOf(CommandResult command) =>
        command.Parent is CommandResult { Parent: not null } parent ? $"{NameOf(parent)} {command.Command.Name}" : command.Command.Name;
}
