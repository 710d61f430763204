using System.Globalization;
using AspireMl.Contracts.Models;

namespace AspireMl.Retraining.Worker.Datasets;

/// <summary>A feature or the target: what its values may be.</summary>
internal sealed class RowColumn
{
    readonly Dictionary<string, int>? _places;
    readonly FeatureCard? _feature;

    public RowColumn(FeatureCard feature)
    {
        (Name, _feature) = (feature.Name, feature);
        _places = PlacesOf(feature.Values);
    }

    public RowColumn(TargetCard target)
    {
        Name = target.Name;
        _places = PlacesOf(target.Labels);
    }

    public string Name { get; }

    /// <summary>Whether its values are words of a list.</summary>
    public bool HoldsWords => _places is not null;

    public bool MayBeMissing => _feature?.Missing == FeatureCard.MissingAllowed;

    /// <summary>The place of a word in the list, or null.</summary>
    public double? PlaceOf(ReadOnlySpan<char> word) =>
        _places is not null && _places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var place) ? place : null;

    /// <summary>What is wrong with a number, or null.</summary>
    public string? DefectOf(double value) =>
        !double.IsFinite(value) ? $"{Name} is not a finite number."
        : _feature is null ? null
        : _feature.Kind == FeatureKinds.WholeNumber && value != Math.Truncate(value) ? $"{Name} is not a whole number."
        : _feature.Strict == true && !(value >= (_feature.Minimum ?? value) && value <= (_feature.Maximum ?? value))
            ? string.Create(CultureInfo.InvariantCulture, $"{Name} is {value}, outside its range from {_feature.Minimum} to {_feature.Maximum}.")
        : null;

    static Dictionary<string, int>? PlacesOf(IReadOnlyList<string>? words) =>
        words?.Select((word, place) => (word, place)).ToDictionary(entry => entry.word, entry => entry.place, StringComparer.Ordinal);
}
