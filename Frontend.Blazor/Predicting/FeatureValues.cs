using System.Globalization;
using AspireMl.Contracts.Models;

namespace AspireMl.Frontend.Blazor.Predicting;

/// <summary>Turns what a person typed, or a file holds, into rows. Whether a value is acceptable is the service's to say.</summary>
internal static class FeatureValues
{
    /// <summary>A row of the features that have a value.</summary>
    public static IReadOnlyDictionary<string, object?> Row(IEnumerable<FeatureCard> features, Func<FeatureCard, string?> text) =>
        features.Select(feature => (feature.Name, Value: Value(feature, text(feature)?.Trim())))
            .ToDictionary(pair => pair.Name, pair => pair.Value);

    static object? Value(FeatureCard feature, string? text) =>
        string.IsNullOrEmpty(text) ? null
        : feature.Kind != FeatureKinds.Categorical && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : text;
}
