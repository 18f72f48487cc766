using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Extraction.Training.Loop;

/// <summary>
/// A copy of a models folder, beside it, to change at leisure and then to put in its place, so that who opens the folder finds the
/// old one whole or the new one whole. It goes when it is disposed of, and when the process ends (Ctrl-C and SIGTERM too; not
/// <c>kill -9</c>).
/// </summary>
sealed partial class ModelsCandidate : IDisposable
{
    const int CurrentFolder = -100;
    const uint Exchange = 2;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly Lock swap = new();
    readonly string models;
    readonly Action<string> tell;

    /// <param name="models">The folder.</param>
    /// <param name="tell">Told if the copy could not be removed when the process ends.</param>
    public ModelsCandidate(string models, Action<string> tell)
    {
        this.tell = tell;
        this.models = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(models));
        Path = $"{this.models}.candidate-{Guid.NewGuid():n}";
        AppDomain.CurrentDomain.ProcessExit += End;
        try
        {
            // Who is told to end while this copies waits for the whole copy: half of one can't be removed while the rest arrives.
            lock (swap)
                Copy();
        }
        catch (Exception)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The copy: on the same disk, so that it can be swapped in.</summary>
    public string Path { get; }

    /// <summary>Puts the copy in the folder's place.</summary>
    /// <exception cref="IOException">It could not be done; then nothing has changed.</exception>
    public void Replace()
    {
        lock (swap)
        {
            if (Exchanged(Path, models))
                return;
            // Where the system cannot exchange, two steps; a crash between them leaves both folders, whole, under other names.
            var aside = Path + ".before";
            Directory.Move(models, aside);
            try
            {
                Directory.Move(Path, models);
            }
            catch (Exception)
            {
                Directory.Move(aside, models);
                throw;
            }

            Directory.Delete(aside, recursive: true);
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        Remove();
    }

    // The thread that trains goes on while the process ends, and may write a file into a folder that is being removed. An exception
    // here would end the process as a crash.
    void End(object? sender, EventArgs e)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                Remove();
                return;
            }
            catch (Exception x) when (x is IOException or UnauthorizedAccessException)
            {
                if (patience.Elapsed > Patience)
                {
                    tell($"{Path} could not be removed, remove it by hand: {x.Message}");
                    return;
                }

                Thread.Sleep(20);
            }
        }
    }

    // What lies there after an exchange is the old folder.
    void Remove()
    {
        lock (swap)
        {
            if (Directory.Exists(Path))
                Directory.Delete(Path, recursive: true);
        }
    }

    void Copy()
    {
        Directory.CreateDirectory(Path);
        foreach (var directory in Directory.EnumerateDirectories(models, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Copied(directory));
        foreach (var file in Directory.EnumerateFiles(models, "*", SearchOption.AllDirectories))
            File.Copy(file, Copied(file));
    }

    string Copied(string path) => System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(models, path));

    static bool Exchanged(string first, string second)
    {
        try
        {
            return OperatingSystem.IsLinux() && Rename(CurrentFolder, first, CurrentFolder, second, Exchange) == 0;
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Rename(int fromFolder, string from, int toFolder, string to, uint flags);
}
