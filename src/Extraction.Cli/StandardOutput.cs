using Microsoft.Win32.SafeHandles;

namespace Extraction.Cli;

/// <summary>Where a filter writes. The console's own stream says nothing when the reader has gone away, and a filter would read on for ever.</summary>
static class StandardOutput
{
    const nint Handle = 1;

    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        // Pipes only: in a file that others write to as well, this stream would keep a place of its own.
        var pipe = new FileStream(new SafeFileHandle(Handle, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (!pipe.CanSeek)
        {
            return pipe;
        }

        pipe.Dispose();
        return Console.OpenStandardOutput();
    }
}
