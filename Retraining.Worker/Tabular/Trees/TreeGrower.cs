using AspireMl.Retraining.Worker.XGBoost;

namespace AspireMl.Retraining.Worker.Tabular.Trees;

/// <summary>Boosts trees round by round against an objective.</summary>
internal sealed class TreeGrower : IDisposable
{
    readonly float[] _target;
    readonly float[] _gradients;
    readonly float[] _hessians;
    readonly TreeObjective _objective;
    readonly DataMatrix _matrix;
    readonly Booster _booster;

    public TreeGrower(TabularData training, TreeSettings settings, int seed)
    {
        _target = training.Target;
        _gradients = new float[_target.Length];
        _hessians = new float[_target.Length];
        _objective = TreeObjective.Named(settings.Objective);
        Start = _objective.Start(_target);
        _matrix = new(training.Features, training.Columns);
        _booster = new(_matrix, settings.ToParameters(seed));
    }

    /// <summary>Belongs to every sum; the trees leave it out.</summary>
    public float Start { get; }

    /// <summary>Adds trees.</summary>
    public void Grow(int rounds, CancellationToken cancellation)
    {
        for (var round = 0; round < rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            _objective.Differentiate(_booster.Predict(_matrix, training: true), Start, _target, _gradients, _hessians);
            _booster.Boost(_matrix, _gradients, _hessians);
        }
    }

    /// <summary>The sums of the trees grown so far, without the start.</summary>
    public float[] Sums(TabularData rows)
    {
        using var matrix = new DataMatrix(rows.Features, rows.Columns);
        return _booster.Predict(matrix).ToArray();
    }

    /// <summary>The trees in XGBoost's JSON format.</summary>
    public byte[] ToJson() => _booster.ToJson();

    /// <inheritdoc/>
    public void Dispose()
    {
        _booster.Dispose();
        _matrix.Dispose();
    }
}
