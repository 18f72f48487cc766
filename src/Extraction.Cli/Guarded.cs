using Extraction.Emit;
using Extraction.Flow;
using Extraction.Ingest;

namespace Extraction.Cli;

/// <summary>A command that says what is wrong in a line, and not with a stack.</summary>
static class Guarded
{
    public static int Run(Func<int> command) => RunAsync(() => Task.FromResult(command())).GetAwaiter().GetResult();

    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command().ConfigureAwait(false);
        }
        catch (Exception e) when (e is ConfigurationException or StoreException or RunCheckException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCode.CouldNot;
        }
        catch (InputLostException e)
        {
            await Console.Error.WriteLineAsync($"The input has gone: {e.Message.TrimEnd('.')}. When it is back, run the same again: it goes on from here.").ConfigureAwait(false);
            return ExitCode.CouldNot;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What a plan or a shard names may be locked, or not be ours to read; the message names the file.
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCode.CouldNot;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing was published.").ConfigureAwait(false);
            return ExitCode.CouldNot;
        }
    }
}
