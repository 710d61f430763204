using System.Buffers;

namespace AspireMl.Modeling.Tabular.Instances;

/// <summary>Rows as a model takes them, in memory that is given back when this is disposed of.</summary>
public sealed class InstanceTable : IDisposable
{
    float[] _values;
    readonly int _columns;

    internal InstanceTable(int columns, int rows)
    {
        _columns = columns;
        _values = ArrayPool<float>.Shared.Rent(columns * rows);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Row by row, a value for each feature in the order of the card; NaN where it is missing.</summary>
    public Memory<float> Values => _values.AsMemory(0, Rows * _columns);

    /// <summary>Features with values outside the range that training saw, in the order of the card.</summary>
    public IReadOnlyList<RangeWarning> Warnings { get; internal set; } = [];

    /// <summary>How many values are missing.</summary>
    public int Missing { get; internal set; }

    internal Span<float> Add()
    {
        var start = Rows * _columns;
        if (start + _columns > _values.Length)
        {
            Grow(start);
        }

        Rows++;
        var row = _values.AsSpan(start, _columns);
        row.Fill(float.NaN);
        return row;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_values);
        _values = [];
        Rows = 0;
    }

    void Grow(int used)
    {
        var larger = ArrayPool<float>.Shared.Rent((2 * used) + _columns);
        _values.AsSpan(0, used).CopyTo(larger);
        ArrayPool<float>.Shared.Return(_values);
        _values = larger;
    }
}
