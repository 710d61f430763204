using AspireMl.Contracts.Models;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>What a table says of its features.</summary>
internal static class TabularCards
{
    /// <summary>The card of a table of numbers, its ranges those of the rows.</summary>
    public static TabularCard Of(TabularData data, string target) => new()
    {
        Target = new(target),
        Features = [.. data.Names.Select((name, column) => Seen(new() { Name = name, Kind = FeatureKinds.Numeric }, data, column))],
    };

    /// <summary>Puts the range that training saw into a feature.</summary>
    public static FeatureCard Seen(FeatureCard feature, TabularData data, int column)
    {
        float[] known = [.. data.Column(column).Where(float.IsFinite).Order()];
        var missing = known.Length < data.Rows ? FeatureCard.MissingAllowed : feature.Missing;
        if (feature.Kind == FeatureKinds.Categorical || known.Length == 0)
        {
            return feature with { Missing = missing };
        }

        // Strict ranges say what a value can be at all, which training may not have seen to its ends.
        var isStrict = feature.Strict == true;
        return feature with
        {
            Minimum = isStrict ? feature.Minimum : Math.Round(known[0], 6),
            Maximum = isStrict ? feature.Maximum : Math.Round(known[^1], 6),
            Typical = Math.Round(known[known.Length / 2], 6),
            Missing = missing,
        };
    }
}
