using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Models;

namespace AspireMl.Storage.Datasets;

/// <summary>Which changes of a schema leave the meaning of rows that are there as it is.</summary>
public static class SchemaChanges
{
    /// <summary>
    /// Whether rows keep their meaning: the same features of the same kinds in the same order, the same target, and lists
    /// of values and labels that grow at their ends only. Words, units, ranges and what may be missing are free.
    /// </summary>
    public static bool KeepMeaning(DatasetSchema from, DatasetSchema to) =>
        from.Features.Count == to.Features.Count
        && from.Features.Zip(to.Features).All(pair => IsSame(pair.First, pair.Second))
        && from.Target.Name == to.Target.Name
        && Grows(from.Target.Labels, to.Target.Labels);

    static bool IsSame(FeatureCard from, FeatureCard to) =>
        from.Name == to.Name && from.Kind == to.Kind && Grows(from.Values, to.Values);

    static bool Grows(IReadOnlyList<string>? from, IReadOnlyList<string>? to) =>
        from is null ? to is null : to is not null && from.SequenceEqual(to.Take(from.Count));
}
