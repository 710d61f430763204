namespace AspireMl.Modeling.Tabular.Instances;

/// <summary>What is wrong with rows: the first few in words, all in number.</summary>
sealed class RowDefects
{
    const int Most = 5;

    readonly List<(int Row, string Defect)> _first = [];
    int _rows;
    int _lastRow;

    /// <summary>Adds a defect of a row, from 1.</summary>
    public void Add(int row, string defect)
    {
        if (row != _lastRow)
        {
            _lastRow = row;
            _rows++;
        }

        if (_first.Count < Most)
        {
            _first.Add((row, defect));
        }
    }

    /// <summary>Throws if there is any.</summary>
    /// <exception cref="InstancesRejectedException">With the first of them.</exception>
    public void ThrowIfAny(int rows)
    {
        if (_rows == 0)
        {
            return;
        }

        var list = string.Join("; ", _first.Select(first => $"row {first.Row}: {first.Defect}"));
        throw new InstancesRejectedException(InstancesRejection.Unusable, $"{_rows} of {rows} rows cannot be answered; {list}.");
    }
}
