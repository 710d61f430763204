using AspireMl.Retraining.Worker.Tabular;
using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Storage.Datasets;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Retraining.Worker.Tests.Runs;

/// <summary>Fills datasets.</summary>
static class Rows
{
    public static async Task FillAsync(RetrainingWorker worker, string name, string split, TabularData data, DateTimeOffset start)
    {
        var datasets = worker.Services.GetRequiredService<IDatasetStore>();
        await datasets.PutAsync(name, new() { Time = "at", Features = Tables.Schema.Features, Target = Tables.Schema.Target }, default);
        DatasetRow[] rows = [.. Enumerable.Range(0, data.Rows).Select(row =>
        {
            var (at, features) = (start.AddSeconds(row), Array.ConvertAll(data.Row(row).ToArray(), value => (double)value));
            return new DatasetRow(RowHash.RowId(at, null, features, data.Target[row]), at, null, features, data.Target[row]);
        })];
        await datasets.AddAsync((await datasets.FindAsync(name, default))!, split, rows, default);
    }
}
