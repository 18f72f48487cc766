using System.IO.Enumeration;

namespace Extraction.Ingest;

/// <summary>One INPUT of the command line, looked at once: a file, a folder, a glob, standard input, or the web.</summary>
public abstract record Input(string Given)
{
    /// <summary>True if this file is read, or would be if it were there.</summary>
    /// <param name="path">A full path.</param>
    public virtual bool Reads(string path) => false;

    /// <summary>True for the characters that make an argument a glob, unless a file of that very name exists.</summary>
    static bool IsGlob(string given) => given.AsSpan().ContainsAny('*', '?');

    /// <summary>Resolves the arguments of a run. What is wrong with any of them is said in <paramref name="faults"/>.</summary>
    public static IReadOnlyList<Input> Resolve(IEnumerable<string> arguments, ICollection<string> faults)
    {
        var inputs = new List<Input>();
        foreach (var given in arguments)
        {
            if (given == "-")
            {
                inputs.Add(new StandardInput());
            }
            else if (Directory.Exists(given))
            {
                inputs.Add(new FolderInput(given, null));
            }
            else if (File.Exists(given))
            {
                inputs.Add(new FileInput(given));
            }
            else if (IsGlob(given) && FolderInput.FromGlob(given) is { } glob)
            {
                inputs.Add(glob);
            }
            else
            {
                faults.Add(IsGlob(given)
                    ? $"{given}: the folder that this pattern starts from does not exist"
                    : $"{given}: no such file or folder (use - for JSON Lines on standard input)");
            }
        }

        if (inputs.OfType<StandardInput>().Count() > 1)
        {
            faults.Add("-: standard input can be named only once");
        }

        return inputs;
    }
}

/// <summary>Documents that come from elsewhere than files: their pieces are asked for once, when the run is there.</summary>
/// <param name="Given">Its name in messages.</param>
/// <param name="Pieces">Read by one thread, in order; may wait for what it gives.</param>
public sealed record RemoteInput(string Given, Func<CancellationToken, IEnumerable<Piece>> Pieces) : Input(Given);

/// <summary>JSON Lines on standard input.</summary>
public sealed record StandardInput() : Input("-");

/// <summary>A file that the user named.</summary>
public sealed record FileInput(string Given) : Input(Given)
{
    public override bool Reads(string path) => Path.GetFullPath(Given) == path;
}

/// <summary>A folder with everything below it, or what of it fits a glob.</summary>
/// <param name="Given">The folder.</param>
/// <param name="Pattern">Null for all; else segments, of which <c>**</c> stands for any number of folders, and <c>*</c> and <c>?</c> for characters.</param>
public sealed record FolderInput(string Given, IReadOnlyList<string>? Pattern) : Input(Given)
{
    /// <summary>Its name in messages, as it was written.</summary>
    public string Shown => Pattern is null ? Given : Path.Combine(Given == "." ? "" : Given, string.Join('/', Pattern));

    public override bool Reads(string path) =>
        Path.GetRelativePath(Given, path).Replace('\\', '/') is var below && below != ".." && !below.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(below) && Takes(below);

    /// <summary>Splits a glob into the folder before its first wild card and the pattern; null where that folder does not exist.</summary>
    internal static FolderInput? FromGlob(string glob)
    {
        var segments = glob.Replace('\\', '/').Split('/');
        var first = Array.FindIndex(segments, s => s.AsSpan().ContainsAny('*', '?'));
        var folder = first == 0 ? "." : string.Join('/', segments[..first]);
        folder = folder.Length == 0 ? "/" : folder;
        return Directory.Exists(folder) ? new(folder, segments[first..]) : null;
    }

    /// <summary>Whether a path under the folder (forward slashes) is part of the input.</summary>
    internal bool Takes(string path) => Pattern is null || Fits(path.Split('/'), Pattern);

    static bool Fits(ReadOnlySpan<string> path, IEnumerable<string> pattern)
    {
        var rest = pattern.ToArray().AsSpan();
        return Fits(path, rest);
    }

    static bool Fits(ReadOnlySpan<string> path, ReadOnlySpan<string> pattern)
    {
        if (pattern.IsEmpty)
        {
            return path.IsEmpty;
        }

        if (pattern[0] == "**")
        {
            for (var skip = 0; skip <= path.Length; skip++)
            {
                if (Fits(path[skip..], pattern[1..]))
                {
                    return true;
                }
            }

            return false;
        }

        return !path.IsEmpty && FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false) && Fits(path[1..], pattern[1..]);
    }
}
