using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Training;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>The runs' part of the HTTP contract.</summary>
internal sealed class FakeTraining
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);

    public List<TrainingRun> Runs { get; } = [];

    public static TrainingRun Running { get; } = new()
    {
        RunId = Guid.CreateVersion7(),
        Model = FakeModels.Name,
        Status = RunStatuses.Running,
        Request = new() { Reason = "A new recipe." },
        CreatedAt = Start,
        Progress = 0.4,
        Step = "tried 6 of 24 settings of XGBoost",
    };

    public static TrainingRun Challenger { get; } = Running with
    {
        RunId = Guid.CreateVersion7(),
        Status = RunStatuses.Finished,
        Progress = 1,
        Step = null,
        DataHash = new('d', 64),
        TrainingRows = 8000,
        HeldOutRows = 4000,
        Checks =
        [
            new("missing", "h_data", 0, 0.2, CheckSeverities.Passed, "h_data is missing in 0.0 % of the rows."),
            new("drift", "ah_data", 0.3, 0.2, CheckSeverities.Warning, "ah_data differs between the rows to learn from and those to judge on."),
        ],
        Candidates = [new("xgboost", "depth 5, rate 0.08", Measured(11.9), Measured(12.1)), new("elastic-net", "lambda 0.01", Measured(19), Measured(19.4))],
        RetrainedModelResults = Named("1.1.0", 11.9),
        PreviousModelResults = Named("1.0.0", 12.2),
        Difference = new(-0.3, -0.7, 0.1, 0.95),
        Decision = RunDecisions.Challenger,
        Reason = "Not better beyond doubt.",
    };

    public void Map(WebApplication app)
    {
        app.MapPost("/v1/models/{model}/retrain", (string model, RetrainRequest request) =>
        {
            Runs.Insert(0, Running with { RunId = Guid.CreateVersion7(), Model = model, Request = request });
            return Results.Accepted(null, new StartedRun(Runs[0].RunId));
        });
        app.MapGet("/v1/runs", () => new Page<TrainingRun>(Runs, null));
        app.MapGet("/v1/experiments", () => new Page<Experiment>([.. Runs.Select(FakeExperiments.Of)], null));
        app.MapGet("/v1/experiments/compare", (string runs) => FakeExperiments.Compare(Runs.Where(run => runs.Contains(run.RunId.ToString(), StringComparison.Ordinal))));
        app.MapGet("/v1/experiments/export", (string format) => Results.Text($"{format}: {Runs.Count} runs"));
        app.MapGet("/v1/runs/{id:guid}/report", () => FakeReports.Plain);
        app.MapGet($"/v1/models/{FakeModels.Name}/evaluate", (string on) => FakeReports.Plain);
        app.MapGet($"/v1/models/{FakeModels.Name}/explain", (string on) => FakeReports.Plain);
        app.MapGet("/v1/runs/{id:guid}", (Guid id) => Runs.Find(run => run.RunId == id));
        app.MapPost("/v1/runs/{id:guid}/cancel", (Guid id) => Change(id, run => run with { Status = RunStatuses.Cancelled }));
        app.MapPost("/v1/runs/{id:guid}/promote", (Guid id) => Change(id, run => run with { Decision = RunDecisions.Promoted, Reason = "Promoted by a person." }));
    }

    static ModelMetrics Measured(double rmse) => new(4000, rmse * 0.8, rmse * rmse, rmse, 0.93, 0.03, 0.025);

    static ModelResults Named(string version, double rmse) => new($"{FakeModels.Name} {version}", 4000, rmse * 0.8, rmse * rmse, rmse, 0.93, 0.03, 0.025);

    TrainingRun Change(Guid id, Func<TrainingRun, TrainingRun> change)
    {
        var place = Runs.FindIndex(run => run.RunId == id);
        return Runs[place] = change(Runs[place]);
    }
}
