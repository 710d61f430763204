using System.Globalization;
using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.Tabular.Trees;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>Finds the best settings of each trainer by cross-validation on the training rows alone.</summary>
internal sealed class CandidateSearch(TabularData data, SearchOptions options, SearchMemory memory)
{
    const double Mix = 0.5;

    static readonly double[] Lambdas = [0.3, 0.1, 0.03, 0.01, 0.003, 0.001];

    const int LeastRows = 100;

    readonly CrossValidation _folds = new(
        data.Rows < LeastRows ? throw new InvalidDataException($"Training needs at least {LeastRows} rows; there are {data.Rows}.")
        : options.Ordered ? TimeFolds.Of(data, options.Gap)
        : BlockFolds.Of(data));

    /// <summary>One candidate for each trainer asked for, best first.</summary>
    /// <exception cref="InvalidDataException">There are too few rows.</exception>
    public IReadOnlyList<Candidate> Run(CancellationToken cancellation = default) =>
        [.. Trainers.All.Where(options.Trainers.Contains).Select(trainer => Find(trainer, cancellation)).OrderBy(candidate => candidate.CrossValidation.Rmse)];

    Candidate Find(string trainer, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return trainer switch
        {
            Trainers.XGBoost => new TreeSearch(_folds, options, memory).Run(data.Target, cancellation),
            Trainers.ElasticNet => Lambdas.Select(Penalised).Aggregate((best, next) => next.CrossValidation.Rmse < best.CrossValidation.Rmse ? next : best),
            Trainers.LeastSquares => Linear(trainer, "", LinearTrainer.LeastSquares),
            _ => Linear(trainer, "", LinearTrainer.Mean),
        };
    }

    Candidate Penalised(double lambda) =>
        Linear(Trainers.ElasticNet, string.Create(CultureInfo.InvariantCulture, $"lambda {lambda}, mix {Mix}"), rows => LinearTrainer.ElasticNet(rows, lambda, Mix));

    Candidate Linear(string trainer, string settings, Func<TabularData, LinearGraph> train) => new(
        trainer,
        settings,
        _folds.Measure((training, validation) => Predict(train(training), validation)),
        (training, other) =>
        {
            var graph = train(training);
            return new(graph.ToOnnx(trainer), Predict(graph, other));
        });

    static float[] Predict(LinearGraph graph, TabularData rows) => [.. Enumerable.Range(0, rows.Rows).Select(row => (float)graph.Predict(rows.Row(row)))];
}
