namespace Extraction.Learning.Neural;

/// <summary>A matrix of floats, row by row, that a <see cref="Tape"/> owns; its gradient where the tape records.</summary>
public sealed class Tensor(int rows, int cols, float[] data, float[]? grad)
{
    readonly float[] data = data;
    readonly float[]? grad = grad;

    public int Rows { get; } = rows;

    public int Cols { get; } = cols;

    public Span<float> Data => data.AsSpan(0, Rows * Cols);

    /// <summary>True where no gradient is kept.</summary>
    public bool IsConstant => grad is null;

    /// <summary>Empty where nothing is recorded.</summary>
    public Span<float> Grad => grad is null ? [] : grad.AsSpan(0, Rows * Cols);

    public Span<float> Row(int row) => data.AsSpan(row * Cols, Cols);

    public Span<float> GradRow(int row) => grad.AsSpan(row * Cols, Cols);
}

/// <summary>A learned matrix.</summary>
public sealed class Parameter(string name, int rows, int cols)
{
    /// <summary>Unique in its network.</summary>
    public string Name { get; } = name;

    public int Rows { get; } = rows;

    public int Cols { get; } = cols;

    public float[] Value { get; } = new float[rows * cols];

    /// <summary>The same laid out for <see cref="Kernels.MultiplyAdd"/>; empty before <see cref="Settle"/>.</summary>
    public float[] Panels { get; private set; } = [];

    /// <summary>To be called when the values are what they will be.</summary>
    public void Settle()
    {
        if (!IsSparse) Panels = Kernels.Panels(Value, Rows, Cols);
    }

    /// <summary>True for tables of which a document touches few rows.</summary>
    public bool IsSparse { get; init; }
}
