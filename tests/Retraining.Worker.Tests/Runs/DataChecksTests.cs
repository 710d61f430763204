using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Checks;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Tests.Runs;

public sealed class DataChecksTests
{
    [Fact]
    public void Good_data_pass_every_check()
    {
        var checks = Check(_ => { });

        Assert.All(checks, check => Assert.Equal(CheckSeverities.Passed, check.Severity));
        Assert.True(DataChecks.Allow(checks));
    }

    [Fact]
    public void A_sensor_that_is_stuck_is_a_warning() =>
        Assert.Equal((CheckSeverities.Warning, "y"), Found("constant", data => Every(data, 1, 0.5f)));

    [Fact]
    public void A_feature_that_is_often_missing_stops_a_run() =>
        Assert.Equal((CheckSeverities.Stop, "x"), Found("missing", data => Half(data, 0, float.NaN)));

    [Fact]
    public void Rows_that_repeat_stop_a_run() => Assert.Equal((CheckSeverities.Stop, null), Found("duplicates", data =>
    {
        data.Features.AsSpan().Fill(0.5f);
        data.Target.AsSpan(1).Fill(300);
    }));

    [Fact]
    public void A_target_that_never_changes_stops_a_run() =>
        Assert.Equal((CheckSeverities.Stop, "quality"), Found("target-constant", data => data.Target.AsSpan().Fill(300)));

    [Fact]
    public void Too_few_rows_stop_a_run()
    {
        var checks = new DataChecks(Tables.Schema, new()).Run(Tables.Rows(199, 1, 0), Tables.Rows(49, 2, 0));

        Assert.Equal(["training-rows", "held-out-rows"], checks.Where(check => check.Severity == CheckSeverities.Stop).Select(check => check.Name));
    }

    [Fact]
    public void No_rows_at_all_stop_a_run() => Assert.False(DataChecks.Allow(new DataChecks(Tables.Schema, new()).Run(Tables.Rows(0, 1, 0), Tables.Rows(0, 2, 0))));

    static (string Severity, string? Column) Found(string name, Action<TabularData> harm)
    {
        var check = Assert.Single(Check(harm), check => check.Name == name && check.Severity != CheckSeverities.Passed);
        return (check.Severity, check.Column);
    }

    static IReadOnlyList<DataCheck> Check(Action<TabularData> harm)
    {
        var training = Tables.Rows(400, 1, 0);
        harm(training);
        return new DataChecks(Tables.Schema, new()).Run(training, Tables.Rows(100, 2, 0));
    }

    static void Every(TabularData data, int column, float value) => Fill(data, column, value, 1);

    static void Half(TabularData data, int column, float value) => Fill(data, column, value, 2);

    static void Fill(TabularData data, int column, float value, int step)
    {
        for (var row = 0; row < data.Rows; row += step)
        {
            data.Features[(row * data.Columns) + column] = value;
        }
    }
}
