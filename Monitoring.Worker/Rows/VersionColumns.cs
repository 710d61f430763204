using AspireMl.Contracts.Models;
using AspireMl.Storage.Tabular;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>Turns what one version was asked into the columns of another; features that the first lacks are missing.</summary>
sealed class VersionColumns
{
    readonly (int Place, PlaceMap Values)[] _features;
    readonly PlaceMap _target;

    public VersionColumns(TabularCard from, TabularCard to)
    {
        var places = from.Features.Select((feature, place) => (feature, place)).ToDictionary(pair => pair.feature.Name);
        _features = [.. to.Features.Select(feature => places.TryGetValue(feature.Name, out var known)
            ? (known.place, new PlaceMap(known.feature.Values, feature.Values))
            : (-1, new PlaceMap(null, null)))];
        _target = new(from.Target.Labels, to.Target.Labels);
    }

    public WatchedRow Convert(TabularInference row)
    {
        var features = new double[_features.Length];
        for (var feature = 0; feature < features.Length; feature++)
        {
            var (place, values) = _features[feature];
            features[feature] = place < 0 ? double.NaN : values.Convert(row.Features[place]);
        }

        return new(row.CreatedAt, row.InferenceId, features, _target.Convert(row.Prediction));
    }
}
