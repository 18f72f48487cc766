using System.Runtime.InteropServices;

namespace Extraction.Training.Loop;

/// <summary>Puts one folder in the place of another, so that who opens it finds the old one whole or the new one whole.</summary>
static partial class ModelsSwap
{
    const int CurrentFolder = -100;
    const uint Exchange = 2;

    /// <summary>A copy of a folder, beside it, to change at leisure: same disk, so that it can be swapped in.</summary>
    public static string CopyBeside(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var copy = Directory.CreateDirectory($"{full}.candidate-{Guid.NewGuid():n}").FullName;
        foreach (var directory in Directory.EnumerateDirectories(full, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(copy, Path.GetRelativePath(full, directory)));
        foreach (var file in Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(copy, Path.GetRelativePath(full, file)));
        return copy;
    }

    /// <summary>Exchanges two folders, and removes what was replaced.</summary>
    /// <exception cref="IOException">It could not be done; then nothing has changed.</exception>
    public static void Replace(string folder, string candidate)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Exchanged(candidate, full))
        {
            // Where the system cannot exchange, two steps; a crash between them leaves both folders, whole, under other names.
            var aside = candidate + ".before";
            Directory.Move(full, aside);
            try
            {
                Directory.Move(candidate, full);
            }
            catch (Exception)
            {
                Directory.Move(aside, full);
                throw;
            }

            candidate = aside;
        }

        Directory.Delete(candidate, recursive: true);
    }

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
