using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Experiments;

namespace AspireMl.Retraining.Worker.Tests.Experiments;

public sealed class ExperimentTableTests
{
    [Fact]
    public void Experiments_stand_side_by_side_with_what_differs_and_what_is_best()
    {
        var compared = ExperimentTable.Compare([Made("one", "8", 0.9, 0.2), Made("two", "8", 0.95, 0.3, ("flip", "true")), Made("three", "4", null, null)]);

        Assert.False(compared.SameData);
        Assert.Equal([("views", true), ("flip", true), ("seed", false)], compared.Parameters.Select(parameter => (parameter.Name, parameter.Differs)));
        Assert.Equal([null, "true", null], compared.Parameters.Single(parameter => parameter.Name == "flip").Values);
        Assert.Equal([("accuracy", true, 1), ("ece", false, 0)], compared.Metrics.Select(metric => (metric.Name, metric.HigherIsBetter, metric.Best!.Value)));
        Assert.Equal([0.9, 0.95, null], compared.Metrics[0].Values);
    }

    [Fact]
    public void A_file_has_a_column_for_each_parameter_and_metric_of_any_experiment()
    {
        var lines = ExperimentCsv.Of([Made("one", "8", 0.9, 0.2), Made("two", "a,\"b\"", null, null, ("flip", "true"))]).Split("\r\n");

        Assert.Equal("runId,model,status,createdAt,finishedAt,decision,version,dataHash,parameter.seed,parameter.views,parameter.flip,metric.accuracy,metric.ece", lines[0]);
        Assert.EndsWith(",one,1,8,,0.9,0.2", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",two,1,\"a,\"\"b\"\"\",true,,", lines[2], StringComparison.Ordinal);
        Assert.Equal("", lines[3]);
    }

    [Fact]
    public void Runs_of_rows_are_experiments_too()
    {
        var metrics = new ModelMetrics(10, 1, 2, 3, 0.5, null, 0.1);
        var run = new TrainingRun
        {
            RunId = Guid.CreateVersion7(),
            Model = "roast",
            Status = RunStatuses.Finished,
            Request = new() { Reason = "test", Seed = 4 },
            CreatedAt = DateTimeOffset.UnixEpoch,
            Candidates = [new("xgboost", "depth 3", metrics, metrics)],
            RetrainedModelResults = new("1.0.0", 10, 1, 2, 3, 0.5, null, 0.1),
        };

        var experiment = ExperimentRecords.Of(run);

        Assert.Equal(("1.0.0", "xgboost", "depth 3", "4"), (experiment.Version, experiment.Parameters["trainer"], experiment.Parameters["settings"], experiment.Parameters["seed"]));
        Assert.Equal(["rmse", "mae", "mse", "r2", "mape"], experiment.Metrics.Keys);
    }

    static Experiment Made(string hash, string views, double? accuracy, double? ece, params (string Name, string Value)[] more)
    {
        var metrics = new Dictionary<string, double>();
        if (accuracy is { } right && ece is { } error)
        {
            (metrics["accuracy"], metrics["ece"]) = (right, error);
        }

        var parameters = new Dictionary<string, string> { ["seed"] = "1", ["views"] = views };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return new(Guid.CreateVersion7(), "m", RunStatuses.Finished, DateTimeOffset.UnixEpoch, null, null, "1.0.0", hash, parameters, metrics);
    }
}
