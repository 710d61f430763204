using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Images.Runs;
using AspireMl.Storage.Datasets;
using AspireMl.Storage.Runs;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>Starts runs, whoever asks.</summary>
internal sealed class RunStarter(IRunStore runs, IDatasetStore datasets, ImageRunRequests images, RunSignal signal, TimeProvider time)
{
    /// <summary>Queues a run.</summary>
    /// <returns>Its id, and whether it is new: a model has one run at a time.</returns>
    /// <exception cref="InvalidDataException">The model has no dataset, or what the request names is not there; a sentence.</exception>
    public async Task<(Guid RunId, bool IsNew)> StartAsync(string model, RetrainRequest request, CancellationToken cancellation)
    {
        var resolved = await images.ResolveAsync(model, request, cancellation);
        if (resolved.Image is null && await datasets.FindAsync(model, cancellation) is null)
        {
            throw new InvalidDataException($"There is no dataset named {model} to learn from; put its schema and its rows there first, or import images.");
        }

        var now = time.GetUtcNow();
        var run = new TrainingRun { RunId = Guid.CreateVersion7(now), Model = model, Status = RunStatuses.Queued, CreatedAt = now, Request = resolved };
        var active = await runs.AddAsync(run, cancellation);
        signal.Set();
        return (active, active == run.RunId);
    }
}
