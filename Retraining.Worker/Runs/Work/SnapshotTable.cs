using AspireMl.Contracts.Datasets;
using AspireMl.Retraining.Worker.Tabular;
using AspireMl.Storage.Datasets;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>Rows of a dataset as a table to train on.</summary>
internal static class SnapshotTable
{
    /// <summary>Makes the table.</summary>
    public static TabularData Of(DatasetSchema schema, IReadOnlyCollection<DatasetRow> rows, string hash) => new(
        [.. schema.Features.Select(feature => feature.Name)],
        [.. rows.SelectMany(row => row.Features).Select(value => (float)value)],
        [.. rows.Select(row => (float)row.Target)],
        hash);
}
