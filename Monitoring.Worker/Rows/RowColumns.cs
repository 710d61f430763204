namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>Rows in memory, column by column.</summary>
/// <param name="Features">The features by name.</param>
/// <param name="Values">The predictions or targets.</param>
/// <param name="InferenceIds">The inferences that rows are, or are labels of.</param>
sealed record RowColumns(IReadOnlyDictionary<string, double[]> Features, double[] Values, Guid?[] InferenceIds)
{
    public int Rows => Values.Length;

    /// <summary>Reads the first rows of a table, at most so many.</summary>
    public static async Task<RowColumns> ReadAsync(RowTable table, int most, CancellationToken cancellation)
    {
        List<WatchedRow> rows = [];
        await foreach (var row in table.Rows.WithCancellation(cancellation))
        {
            rows.Add(row);
            if (rows.Count == most)
            {
                break;
            }
        }

        return new(
            table.Features.Select((feature, place) => (feature.Name, Column: rows.ConvertAll(row => row.Features[place]).ToArray())).ToDictionary(pair => pair.Name, pair => pair.Column),
            rows.ConvertAll(row => row.Value).ToArray(),
            rows.ConvertAll(row => row.InferenceId).ToArray());
    }
}
