using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Simulation;

namespace AspireMl.Simulator.Laboratory;

static class LabelRow
{
    /// <summary>A reading with its label, as a row of the dataset; the first instance of a job has the job's id.</summary>
    public static Dictionary<string, object?> Of(SimulatorReading sample) => new(sample.Features.Select(feature => KeyValuePair.Create(feature.Key, (object?)feature.Value)))
    {
        [RoastSchema.Time] = sample.At,
        [RoastSchema.Target] = sample.Quality,
        [DatasetSchema.InferenceId] = sample.JobId,
    };
}
