using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Tabular;

/// <summary>What features and targets must say, whether a model's card or a dataset's schema names them.</summary>
public static class FeatureRules
{
    /// <summary>Most features of a row.</summary>
    public const int MostFeatures = 1000;

    const int MostValues = 1000;
    const int LongestName = 100;

    /// <summary>What is wrong with features; a sentence each.</summary>
    public static IEnumerable<string> Defects(IReadOnlyList<FeatureCard> features)
    {
        if (features.Count is 0 or > MostFeatures || features.Contains(null!))
        {
            return [$"There must be 1 to {MostFeatures} features, none of them null."];
        }

        var twice = features.GroupBy(feature => feature.Name).Where(group => group.Count() > 1);
        return features.SelectMany(Defects).Concat(twice.Select(group => $"The feature {Shown(group.Key)} is there twice."));
    }

    /// <summary>What is wrong with a target; a sentence each.</summary>
    public static IEnumerable<string> Defects(TargetCard target)
    {
        if (!IsName(target.Name))
        {
            yield return $"The target needs a name of 1 to {LongestName} characters without control characters.";
        }

        if (target.Labels is not null && !AreValues(target.Labels, least: 2))
        {
            yield return $"The target must have 2 to {MostValues} different labels, or none where a number is predicted.";
        }
    }

    /// <summary>Whether a text can name a column: 1 to 100 characters without control characters.</summary>
    public static bool IsName(string? name) => name is { Length: > 0 and <= LongestName } && !name.Any(char.IsControl);

    static IEnumerable<string> Defects(FeatureCard feature)
    {
        var name = Shown(feature.Name);
        if (!IsName(feature.Name))
        {
            yield return $"The feature {name} needs a name of 1 to {LongestName} characters without control characters.";
        }

        if (feature.Kind is not (FeatureKinds.Numeric or FeatureKinds.WholeNumber or FeatureKinds.Categorical))
        {
            yield return $"The kind of {name} must be {FeatureKinds.Numeric}, {FeatureKinds.WholeNumber} or {FeatureKinds.Categorical}.";
        }

        if (feature.Kind == FeatureKinds.Categorical != (feature.Values is not null) || (feature.Values is not null && !AreValues(feature.Values, least: 1)))
        {
            yield return $"{name} must have 1 to {MostValues} different values if it is categorical, and none otherwise.";
        }

        if (!((feature.Minimum ?? double.NegativeInfinity) <= (feature.Maximum ?? double.PositiveInfinity)))
        {
            yield return $"The minimum of {name} must not exceed its maximum.";
        }

        if (feature.Missing is not (null or FeatureCard.MissingAllowed))
        {
            yield return $"missing of {name} must be {FeatureCard.MissingAllowed} or left out.";
        }
    }

    static string Shown(string? name) => CardRules.Shown(name ?? "");

    static bool AreValues(IReadOnlyList<string> values, int least) =>
        values.Count >= least && values.Count <= MostValues
        && values.All(value => value is { Length: <= LongestName }) && values.Distinct(StringComparer.Ordinal).Count() == values.Count;
}
