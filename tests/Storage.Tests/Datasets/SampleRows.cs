using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Models;
using AspireMl.Storage.Datasets;

namespace AspireMl.Storage.Tests.Datasets;

static class SampleRows
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public static DatasetSchema Schema { get; } = new()
    {
        Time = "time",
        Features =
        [
            new() { Name = "height", Kind = FeatureKinds.Numeric, Minimum = 100, Maximum = 200, Missing = FeatureCard.MissingAllowed },
            new() { Name = "recipe", Kind = FeatureKinds.Categorical, Values = ["light", "dark"] },
        ],
        Target = new("quality"),
    };

    public static DatasetRow Create(int second, double target = 400, Guid? inferenceId = null)
    {
        var at = Start.AddSeconds(second);
        double[] features = [second % 5 == 0 ? double.NaN : second, second % 2];
        return new(RowHash.RowId(at, inferenceId, features, target), at, inferenceId, features, target);
    }

    public static DatasetRow[] Create(Range seconds)
    {
        var (first, count) = seconds.GetOffsetAndLength(int.MaxValue);
        return [.. Enumerable.Range(first, count).Select(second => Create(second))];
    }
}
