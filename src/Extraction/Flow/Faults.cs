namespace Extraction.Flow;

/// <summary>Everything that is wrong with a configuration, gathered so that the user hears it all at once.</summary>
public sealed class Faults(string file)
{
    readonly List<(int Line, string Message)> found = [];

    public bool Any => found.Count > 0;

    /// <summary>In the order of the file: <c>pipeline.yml:12: what is wrong; what to write instead</c>.</summary>
    public IEnumerable<string> Messages => found.OrderBy(f => f.Line).Select(f => f.Line > 0 ? $"{file}:{f.Line}: {f.Message}" : $"{file}: {f.Message}");

    /// <param name="line">From 1; 0 where no line is to blame.</param>
    /// <param name="message">What is wrong, and what to write instead.</param>
    public void Add(int line, string message) => found.Add((line, message));
}

/// <summary>A run that cannot start. Carries every reason.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
