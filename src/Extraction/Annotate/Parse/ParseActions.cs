namespace Extraction.Annotate.Parse;

/// <summary>The parser's actions by number: 0 shifts; then for each label an arc to the left and one to the right.</summary>
public sealed class ParseActions
{
    public const int Shift = 0;
    private readonly bool[] _used;
    private readonly bool[] _root;

    /// <param name="lines">For each label its name, and "l", "r" or "lr": the directions in which it was seen.</param>
    public ParseActions(IReadOnlyList<string> lines)
    {
        Labels = [.. lines.Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)])];
        Count = 1 + (2 * Labels.Length);
        RootLabel = Array.IndexOf(Labels, "root");
        _used = new bool[Count];
        _used[Shift] = true;
        for (var label = 0; label < Labels.Length; label++)
        {
            var ways = lines[label].AsSpan(Labels[label].Length + 1);
            _used[LeftArc(label)] = label != RootLabel && ways.Contains('l');
            _used[RightArc(label)] = label != RootLabel && ways.Contains('r');
        }

        _root = new bool[Count];
        _root[LeftArc(RootLabel)] = true;
    }

    public string[] Labels { get; }

    public int Count { get; }

    public int RootLabel { get; }

    public static int LeftArc(int label) => 1 + (2 * label);

    public static int RightArc(int label) => 2 + (2 * label);

    public static bool IsLeft(int action) => (action & 1) == 1;

    public static int Label(int action) => (action - 1) / 2;

    /// <summary>Whether the action can be taken now.</summary>
    public bool IsAllowed(ParseState state, int action) =>
        IsAllowed(action, state.CanShift, state.CanLeft, state.CanRight, state.Next == state.Length);

    /// <summary>Whether the action can be taken where so much can be done; <paramref name="atRoot"/>: only the root is left in the buffer.</summary>
    public bool IsAllowed(int action, bool canShift, bool canLeft, bool canRight, bool atRoot)
    {
        if (action == Shift)
            return canShift;
        if (!IsLeft(action))
            return canRight && _used[action];
        return canLeft && (atRoot ? _root[action] : _used[action]);
    }

    public static void Apply(ParseState state, int action)
    {
        if (action == Shift)
            state.Shift();
        else if (IsLeft(action))
            state.LeftArc(Label(action));
        else
            state.RightArc(Label(action));
    }
}
