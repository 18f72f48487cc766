namespace Extraction.Cli;

/// <summary>What the program ends with.</summary>
static class ExitCode
{
    public const int Well = 0;

    /// <summary>The run finished, and some documents failed.</summary>
    public const int SomeFailed = 1;

    /// <summary>The program could not run, could not store, or was stopped.</summary>
    public const int CouldNot = 2;
}
