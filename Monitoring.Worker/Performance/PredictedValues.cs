using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Rows;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Performance;

/// <summary>What a champion predicts for the rows of a dataset.</summary>
sealed class PredictedValues(RowTables tables, ModelScores scores, IOptions<PerformanceOptions> options)
{
    /// <summary>A table whose values are predictions: as they were recorded for answers, made now for rows of a dataset.</summary>
    public async Task<RowTable> OpenAsync(WatchedModel model, RowRange range, CancellationToken cancellation)
    {
        var table = await tables.OpenAsync(model, range, cancellation);
        if (range.Source == RowSource.Answers)
        {
            return table;
        }

        var rows = await RowColumns.ReadAsync(table.AlignTo(model.Schema), options.Value.MaxRows, cancellation);
        var predictions = rows.Rows == 0 ? [] : await scores.PredictAsync(model, rows, cancellation);
        return new([], model.Schema.Target, predictions.Select(prediction => new WatchedRow(default, null, [], prediction)).ToAsyncEnumerable());
    }
}
