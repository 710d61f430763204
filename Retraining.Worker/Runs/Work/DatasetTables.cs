using System.Security.Cryptography;
using System.Text;
using AspireMl.Contracts.Datasets;
using AspireMl.Retraining.Worker.Runs.Engine;
using AspireMl.Storage.Datasets;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>
/// The data of a model are the dataset of its name. Learned from are the training rows and the older labelled production rows; held out are the
/// testing rows and the newest production rows, so that a model is judged on what it knew and on what is new.
/// </summary>
internal sealed class DatasetTables(IDatasetStore datasets, IOptions<RunOptions> options) : ITrainingTables
{
    /// <inheritdoc/>
    public async Task<TrainingTables> ReadAsync(string model, CancellationToken cancellation)
    {
        var training = await ReadAsync(model, DatasetSplits.Training, cancellation);
        var testing = await ReadAsync(model, DatasetSplits.Testing, cancellation);
        var production = await ReadAsync(model, DatasetSplits.Production, cancellation);
        var schema = production.Schema;
        if (schema.Target.Labels is not null)
        {
            throw new InvalidDataException($"The dataset {model} has labels as its target; only numbers can be learned.");
        }

        var heldOut = (int)(production.Rows.Count * options.Value.HeldOutShare);
        // Neighbours in time would give the values of the first held-out rows away.
        var older = production.Rows.Take(Math.Max(0, production.Rows.Count - heldOut - (heldOut > 0 ? options.Value.Gap : 0)));
        DatasetRow[] learned = [.. training.Rows.Concat(older).OrderBy(row => row.At).ThenBy(row => row.RowId)];
        DatasetRow[] judged = [.. testing.Rows.Concat(production.Rows.TakeLast(heldOut)).OrderBy(row => row.At).ThenBy(row => row.RowId)];
        var hash = Hash([training.Hash, testing.Hash, production.Hash, $"{learned.Length}", $"{judged.Length}"]);
        return new(new() { Target = schema.Target, Features = schema.Features }, SnapshotTable.Of(schema, learned, hash), SnapshotTable.Of(schema, judged, hash), Newest(learned, judged), hash);
    }

    static string Hash(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

    static DateTimeOffset Newest(DatasetRow[] learned, DatasetRow[] judged) =>
        learned.Concat(judged).Select(row => row.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    async Task<DatasetSnapshot> ReadAsync(string model, string split, CancellationToken cancellation) =>
        await datasets.SnapshotAsync(new(model, split), options.Value.MostRows, cancellation)
            ?? throw new InvalidDataException($"There is no dataset named {model}; put its schema and its rows there, then ask again.");
}
