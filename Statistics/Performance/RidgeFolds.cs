using MathNet.Numerics.LinearAlgebra;

namespace AspireMl.Statistics.Performance;

/// <summary>Ridge regression of the same rows with several penalties; the products of each block are formed once.</summary>
sealed class RidgeFolds
{
    readonly List<(Matrix<double> Rows, Vector<double> Target, Matrix<double> Gram, Vector<double> Moment)> _blocks = [];
    readonly Matrix<double> _gram;
    readonly Vector<double> _moment;
    readonly int _rows;

    RidgeFolds(Matrix<double> table, Vector<double> target, int blocks)
    {
        _rows = table.RowCount;
        for (var block = 0; block < blocks; block++)
        {
            var (start, end) = (_rows * block / blocks, _rows * (block + 1) / blocks);
            var (rows, values) = (table.SubMatrix(start, end - start, 0, table.ColumnCount), target.SubVector(start, end - start));
            _blocks.Add((rows, values, rows.TransposeThisAndMultiply(rows), rows.TransposeThisAndMultiply(values)));
        }

        _gram = _blocks.Select(block => block.Gram).Aggregate((sum, gram) => sum + gram);
        _moment = _blocks.Select(block => block.Moment).Aggregate((sum, moment) => sum + moment);
    }

    public static RidgeFolds Of(Matrix<double> table, Vector<double> target, int blocks) => new(table, target, blocks);

    /// <summary>The weights from all rows.</summary>
    public Vector<double> Solve(double penalty) => Solve(_gram, _moment, _rows, penalty);

    /// <summary>Estimates each block from the others.</summary>
    public BlockErrors Validate(double penalty)
    {
        var (squares, blockSquares, distances, expected) = (0.0, 0.0, 0.0, 0.0);
        foreach (var (rows, target, gram, moment) in _blocks)
        {
            var weights = Solve(_gram - gram, _moment - moment, _rows - rows.RowCount, penalty);
            var errors = (rows * weights).PointwiseMaximum(0) - target;
            var (mean, square) = (errors.Average(), errors.DotProduct(errors));
            squares += square;
            blockSquares += mean * mean;
            distances += Math.Abs(mean);
            expected += square / rows.RowCount / rows.RowCount;
        }

        // A block's mean is off by chance of its rows alone, too; only the rest is the learner's.
        return new(squares / _rows, Math.Max(0, (blockSquares - expected) / _blocks.Count), distances / _blocks.Count);
    }

    static Vector<double> Solve(Matrix<double> gram, Vector<double> moment, int rows, double penalty)
    {
        var ridge = Matrix<double>.Build.DiagonalIdentity(gram.RowCount) * (penalty * rows);
        // The first input is the constant; to shrink it would bias every estimate.
        ridge[0, 0] = 0;
        return (gram + ridge).Cholesky().Solve(moment);
    }
}
