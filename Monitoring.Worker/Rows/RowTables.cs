using AspireMl.Contracts.Monitoring;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>Opens the rows of a model, wherever they are kept.</summary>
sealed class RowTables(AnsweredRows answers, DatasetRows datasets)
{
    /// <exception cref="RefusalException">The model has no dataset: status 404.</exception>
    public async Task<RowTable> OpenAsync(WatchedModel model, RowRange range, CancellationToken cancellation) =>
        range.Source == RowSource.Answers
            ? answers.Open(model, range)
            : await datasets.OpenAsync(model.Name, range, cancellation)
                ?? throw Refusal.Unknown($"There is no dataset {model.Name}, so the model has no reference rows; PUT /v1/datasets/{model.Name} of the retraining service makes it.");

    /// <summary>The refusal of a side without rows: status 422.</summary>
    public static RefusalException Empty(string side, RowRange range) => Refusal.Unusable(
        range.From is null && range.To is null
            ? $"The {side} side, {range.Source}, has no rows."
            : $"The {side} side, {range.Source} from {range.From:u} to {range.To:u}, has no rows; choose another time.");
}
