using AspireMl.Monitoring.Worker.Drift;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>What the columns of a table leave behind.</summary>
/// <param name="Rows">How many rows there were.</param>
/// <param name="Features">The features by name.</param>
/// <param name="Value">The predictions or targets.</param>
sealed record TableSketch(long Rows, IReadOnlyDictionary<string, ColumnValues> Features, ColumnValues Value)
{
    /// <summary>Reads the first rows of a table, at most so many.</summary>
    public static async Task<TableSketch> ReadAsync(RowTable table, long most, CancellationToken cancellation)
    {
        ColumnSketch[] features = [.. table.Features.Select(ColumnSketch.Of)];
        var value = ColumnSketch.Of(table.Target);
        var rows = 0L;
        await foreach (var row in table.Rows.WithCancellation(cancellation))
        {
            for (var feature = 0; feature < features.Length; feature++)
            {
                features[feature].Add(row.Features[feature]);
            }

            value.Add(row.Value);
            if (++rows == most)
            {
                break;
            }
        }

        return new(rows, table.Features.Zip(features).ToDictionary(pair => pair.First.Name, pair => pair.Second.ToValues()), value.ToValues());
    }
}
