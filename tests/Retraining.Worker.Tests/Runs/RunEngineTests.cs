using AspireMl.Contracts.Training;
using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.Runs.Engine;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Tests.Runs;

public sealed class RunEngineTests
{
    static readonly SearchOptions Search = new() { Draws = 1, Gap = 10 };

    [Fact]
    public void The_first_model_is_promoted_with_its_whole_report()
    {
        var notes = new Notes();
        var result = Run(Tables.Curve(), notes: notes);

        Assert.Equal(RunDecisions.Promoted, result.Outcome.Decision);
        Assert.Equal(["elastic-net", "least-squares", "mean", "xgboost"], result.Outcome.Candidates.Select(candidate => candidate.Trainer).Order(StringComparer.Ordinal));
        Assert.Equal("xgboost", result.Outcome.Candidates[0].Trainer);
        Assert.Equal(result.Outcome.Candidates[0].Metrics.Rmse, result.Outcome.RetrainedModelResults!.Rmse, 1e-3);
        Assert.StartsWith("2026.1121.1430-h", result.Outcome.RetrainedModelResults.Model, StringComparison.Ordinal);
        Assert.Null(result.Outcome.PreviousModelResults);
        Assert.Equal(notes.Steps.Select(step => step.Progress).Order(), notes.Steps.Select(step => step.Progress));
    }

    [Fact]
    public void The_same_data_and_seed_give_the_same_package_whoever_is_champion()
    {
        var first = Run(Tables.Curve());
        using var champion = Open(first);
        var again = Run(Tables.Curve(), champion);

        Assert.Equal(first.Outcome.PackageHash, again.Outcome.PackageHash);
        Assert.Equal(first.Archive, again.Archive);
        Assert.NotEqual(first.Outcome.PackageHash, Run(Tables.Curve(seed: 9)).Outcome.PackageHash);
        Assert.Equal(RunDecisions.Challenger, again.Outcome.Decision);
        Assert.Contains("nothing has changed", again.Outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_better_beyond_chance_on_the_same_rows_is_promoted()
    {
        using var champion = Open(Run(Tables.Curve()));

        var outcome = Run(Tables.Curve(shift: 0.2f, seed: 5), champion).Outcome;

        Assert.Equal(RunDecisions.Promoted, outcome.Decision);
        Assert.Equal(outcome.PreviousModelResults!.Rows, outcome.RetrainedModelResults!.Rows);
        Assert.True(outcome.Difference!.Upper < 0);
        Assert.Equal(outcome.RetrainedModelResults.Rmse - outcome.PreviousModelResults.Rmse, outcome.Difference.Estimate, 1e-9);
    }

    [Fact]
    public void A_model_that_is_worse_is_kept_as_challenger()
    {
        using var champion = Open(Run(Tables.Curve(training: 600)));

        var outcome = Run(Tables.Curve(seed: 3), champion, Search with { Trainers = [Trainers.Mean] }).Outcome;

        Assert.Equal(RunDecisions.Challenger, outcome.Decision);
        Assert.Contains("worse beyond chance", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_fail_their_checks_are_not_trained_on_and_the_report_is_kept()
    {
        var tables = Tables.Curve();
        for (var row = 0; row < tables.Training.Rows; row += 2)
        {
            tables.Training.Features[row * 2] = 7;
        }

        var result = Run(tables);

        Assert.Null(result.Archive);
        Assert.Equal(RunDecisions.Stopped, result.Outcome.Decision);
        Assert.Contains("x is outside its range in 50.0 %", result.Outcome.Reason, StringComparison.Ordinal);
        Assert.Equal(["out-of-range"], result.Outcome.Checks.Where(check => check.Severity == CheckSeverities.Stop).Select(check => check.Name));
    }

    [Fact]
    public void A_champion_of_other_features_judges_nothing()
    {
        using var champion = Open(Run(Tables.Curve()));
        var tables = Tables.Curve();
        tables = tables with
        {
            Schema = tables.Schema with { Features = [.. tables.Schema.Features.Select(feature => feature with { Name = feature.Name + "2" })] },
            Training = tables.Training with { Names = ["x2", "y2"] },
            HeldOut = tables.HeldOut with { Names = ["x2", "y2"] },
        };

        Assert.Null(Run(tables, champion, Search with { Trainers = [Trainers.LeastSquares] }).Outcome.Difference);
    }

    static RunResult Run(TrainingTables tables, TabularModel? champion = null, SearchOptions? search = null, IRunObserver? notes = null) =>
        new RunEngine(new(), new() { Resamples = 500 }).Run(new("roast-quality", tables, champion, search ?? Search), notes ?? new Notes(), default);

    static TabularModel Open(RunResult result) => TabularModel.OpenArchive(new MemoryStream(result.Archive!));
}
