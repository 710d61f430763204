using AspireMl.Contracts.Models;
using AspireMl.Retraining.Worker.Runs.Engine;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Tests.Runs;

/// <summary>Rows of a curve, which trees follow and lines do not.</summary>
static class Tables
{
    public static readonly DateTimeOffset Newest = new(2026, 11, 21, 14, 30, 0, TimeSpan.Zero);

    public static TabularCard Schema { get; } = new()
    {
        Target = new("quality"),
        Features = [Feature("x"), Feature("y")],
    };

    /// <summary>The shift moves what the target depends on, as a machine does that has changed.</summary>
    public static TrainingTables Curve(float shift = 0, int training = 400, int heldOut = 100, int seed = 1) =>
        new(Schema, Rows(training, seed, shift), Rows(heldOut, seed + 1, shift), Newest, $"{seed:x4}{shift:F2}{training}".PadRight(64, '0'));

    public static TabularData Rows(int rows, int seed, float shift)
    {
        var random = new Random(seed);
        float[] features = [.. Enumerable.Range(0, rows * 2).Select(_ => random.NextSingle())];
        float[] target = [.. Enumerable.Range(0, rows).Select(row => 300 + (50 * MathF.Sin(9 * (features[row * 2] + shift))) + (20 * features[(row * 2) + 1]))];
        return new(["x", "y"], features, target, "");
    }

    static FeatureCard Feature(string name) => new() { Name = name, Kind = FeatureKinds.Numeric, Minimum = 0, Maximum = 1 };
}
