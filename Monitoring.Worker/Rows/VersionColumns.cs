using AspireMl.Contracts.Models;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>Turns rows of one set of columns into those of a model; features that the first lacks are missing.</summary>
sealed class VersionColumns
{
    readonly (int Place, PlaceMap Values)[] _features;
    readonly PlaceMap _target;

    public VersionColumns(IReadOnlyList<FeatureCard> features, TargetCard target, TabularCard to)
    {
        var places = features.Select((feature, place) => (feature, place)).ToDictionary(pair => pair.feature.Name);
        _features = [.. to.Features.Select(feature => places.TryGetValue(feature.Name, out var known)
            ? (known.place, new PlaceMap(known.feature.Values, feature.Values))
            : (-1, new PlaceMap(null, null)))];
        _target = new(target.Labels, to.Target.Labels);
    }

    public double[] Features<T>(IReadOnlyList<T> row)
        where T : System.Numerics.INumber<T>
    {
        var features = new double[_features.Length];
        for (var feature = 0; feature < features.Length; feature++)
        {
            var (place, values) = _features[feature];
            features[feature] = place < 0 ? double.NaN : values.Convert(double.CreateChecked(row[place]));
        }

        return features;
    }

    public double Value(double value) => _target.Convert(value);
}
