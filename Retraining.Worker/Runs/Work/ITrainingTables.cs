using AspireMl.Retraining.Worker.Runs.Engine;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>The data that models are trained on.</summary>
internal interface ITrainingTables
{
    /// <summary>The data of a model as they are now.</summary>
    /// <exception cref="InvalidDataException">There are none that can be trained on; a sentence.</exception>
    Task<TrainingTables> ReadAsync(string model, CancellationToken cancellation);
}
