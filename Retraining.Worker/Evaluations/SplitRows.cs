using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.Retraining.Worker.Tabular;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Datasets;

namespace AspireMl.Retraining.Worker.Evaluations;

/// <summary>The champion of a model and labelled rows that it can predict.</summary>
internal sealed class SplitRows(IDatasetStore datasets, IModelGateway models)
{
    /// <summary>Reads both; the caller disposes of the model.</summary>
    /// <param name="model">The model, which is the name of its dataset too.</param>
    /// <param name="on">One of the splits.</param>
    /// <param name="most">The newest so many rows.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusalException">There is no champion (404), or no rows that it takes (422).</exception>
    public async Task<(TabularModel Champion, TabularData Rows)> ReadAsync(string model, string on, int most, CancellationToken cancellation)
    {
        var snapshot = await datasets.SnapshotAsync(new(model, on), most, cancellation) ?? throw Refusal.Unknown($"There is no dataset named {model}.");
        if (snapshot.Rows.Count == 0)
        {
            throw Refusal.Unusable($"The split {on} of {model} has no rows yet.");
        }

        var champion = await models.OpenChampionAsync(model, cancellation) ?? throw Refusal.Unknown($"The model {model} has no champion yet.");
        try
        {
            return (champion, Table(champion, snapshot));
        }
        catch
        {
            champion.Dispose();
            throw;
        }
    }

    static TabularData Table(TabularModel model, DatasetSnapshot snapshot)
    {
        var data = SnapshotTable.Of(snapshot.Schema, snapshot.Rows, snapshot.Hash);
        return model.Schema.Target.Labels is null && model.Schema.Features.Select(feature => feature.Name).SequenceEqual(data.Names)
            ? data
            : throw Refusal.Unusable($"The champion {model.Card.Version} predicts from other features than the dataset has; retrain it first.");
    }
}
