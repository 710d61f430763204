using AspireMl.Retraining.Worker.XGBoost;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>Boosts trees towards the least squared error, from the mean of the target.</summary>
internal static class TreeTrainer
{
    /// <summary>One model in XGBoost's JSON format and its predictions for other rows; both leave the mean out.</summary>
    public static (byte[] Json, float[] Predicted) Train(TabularData training, float mean, TreeSettings settings, int seed, TabularData? other)
    {
        using var matrix = new DataMatrix(training.Features, training.Columns);
        using var booster = new Booster(matrix, settings.ToParameters(seed));
        var gradients = new float[training.Rows];
        var hessians = new float[training.Rows];
        Array.Fill(hessians, 1);
        for (var round = 0; round < settings.Rounds; round++)
        {
            var predicted = booster.Predict(matrix, training: true);
            for (var i = 0; i < gradients.Length; i++)
            {
                gradients[i] = predicted[i] + mean - training.Target[i];
            }

            booster.Boost(matrix, gradients, hessians);
        }

        if (other is null)
        {
            return (booster.ToJson(), []);
        }

        using var rows = new DataMatrix(other.Features, other.Columns);
        return (booster.ToJson(), booster.Predict(rows).ToArray());
    }
}
