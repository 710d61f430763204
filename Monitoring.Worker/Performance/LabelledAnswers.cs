using AspireMl.Contracts.Datasets;
using AspireMl.Monitoring.Worker.Rows;
using AspireMl.Storage.Tabular;

namespace AspireMl.Monitoring.Worker.Performance;

/// <summary>Answers whose label has come: production rows joined with what was predicted.</summary>
sealed class LabelledAnswers(DatasetRows datasets, ITabularInferenceStore answers)
{
    const int BatchRows = 1000;

    /// <summary>What was right and what was predicted, for production rows of a stretch of time.</summary>
    public async Task<(double[] Actual, double[] Predicted)> ReadAsync(
        string model, DateTimeOffset? from, DateTimeOffset? to, int most, CancellationToken cancellation)
    {
        var (actual, predicted) = (new List<double>(), new List<double>());
        if (await datasets.OpenAsync(model, new(DatasetSplits.Production, from, to), cancellation) is { } table)
        {
            var batch = new Dictionary<Guid, double>();
            await foreach (var row in table.Rows.WithCancellation(cancellation))
            {
                if (row.InferenceId is { } inferenceId)
                {
                    batch[inferenceId] = row.Value;
                }

                if (batch.Count == BatchRows)
                {
                    await JoinAsync();
                }

                if (actual.Count >= most)
                {
                    break;
                }
            }

            await JoinAsync();

            async Task JoinAsync()
            {
                foreach (var answer in await answers.FindAsync(batch.Keys, cancellation))
                {
                    if (answer.Model == model && float.IsFinite(answer.Prediction))
                    {
                        actual.Add(batch[answer.InferenceId]);
                        predicted.Add(answer.Prediction);
                    }
                }

                batch.Clear();
            }
        }

        return ([.. actual], [.. predicted]);
    }
}
