using AspireMl.Contracts.Models;
using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Rows;
using AspireMl.Statistics.Categorical;
using AspireMl.Statistics.Numeric;
using AspireMl.Statistics.Quality;

namespace AspireMl.Monitoring.Worker.Quality;

/// <summary>Measures the quality of columns.</summary>
static class QualityMeasures
{
    const int MostShifts = 20;

    /// <summary>The quality of one feature, and whether it has become constant.</summary>
    public static (QualityColumn Column, bool BecameConstant) Of(FeatureCard feature, double[] reference, double[] current, IReadOnlyList<string>? referenceWords) =>
        feature.Kind == FeatureKinds.Categorical
            ? OfCategories(feature, Words(reference, referenceWords ?? []), Words(current, feature.Values ?? []))
            : OfNumbers(feature, SortedSample.Of(reference), SortedSample.Of(current));

    /// <summary>Share of rows that repeat an earlier one.</summary>
    public static double DuplicateShare(RowColumns rows) => (double)DuplicateRows.Count([.. rows.Features.Values]) / rows.Rows;

    /// <summary>The pairs of numeric features whose correlation changed most.</summary>
    public static IReadOnlyList<CorrelationShift> Correlations(IEnumerable<FeatureCard> features, RowColumns reference, RowColumns current)
    {
        string[] names = [.. features.Where(feature => feature.Kind != FeatureKinds.Categorical && reference.Features.ContainsKey(feature.Name)).Select(feature => feature.Name)];
        var changes = Statistics.Quality.Correlations.Changes(
            names.ToDictionary(name => name, name => reference.Features[name]), names.ToDictionary(name => name, name => current.Features[name]));
        return [.. changes.Take(MostShifts).Select(change => new CorrelationShift(change.First, change.Second, change.Reference, change.Current))];
    }

    static (QualityColumn, bool) OfNumbers(FeatureCard feature, SortedSample reference, SortedSample current)
    {
        var (least, most) = (feature.Minimum ?? double.NegativeInfinity, feature.Maximum ?? double.PositiveInfinity);
        var (before, now) = (NumericQuality.Of(reference, least, most), NumericQuality.Of(current, least, most));
        var column = new QualityColumn(
            feature.Name, ColumnKinds.Numeric, new(before.MissingShare, now.MissingShare),
            new(Share(before.OutOfRange, before.Rows), Share(now.OutOfRange, now.Rows)), [], 0, now.Constant);
        return (column, now.Constant && !before.Constant);
    }

    static (QualityColumn, bool) OfCategories(FeatureCard feature, CategoryCounts reference, CategoryCounts current)
    {
        var (before, now) = (CategoryQuality.Of(reference, reference), CategoryQuality.Of(current, reference));
        var column = new QualityColumn(
            feature.Name, ColumnKinds.Categorical, new(before.MissingShare, now.MissingShare), new(0, 0), now.NewCategories, Share(now.NewRows, now.Rows), now.Constant);
        return (column, now.Constant && !before.Constant);
    }

    static CategoryCounts Words(double[] places, IReadOnlyList<string> words) =>
        CategoryCounts.Of(places.Select(place => place >= 0 && place < words.Count ? words[(int)place] : null));

    static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
