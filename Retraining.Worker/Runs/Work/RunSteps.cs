using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Images.Runs;
using AspireMl.Retraining.Worker.Runs.Engine;
using AspireMl.Retraining.Worker.Tabular;
using AspireMl.Retraining.Worker.XGBoost;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>Does a run: reads the data and the champion, trains, registers, promotes. It may be done again after it was cut off anywhere.</summary>
internal sealed class RunSteps(
    ITrainingTables tables, IModelGateway models, ImageRunSteps images, RunRegistration registration, IOptions<RunOptions> options)
{
    /// <summary>Does it.</summary>
    /// <exception cref="InvalidDataException">The data or the request cannot be used; a sentence.</exception>
    public async Task<RunOutcome> RunAsync(TrainingRun run, RunNotebook notebook, CancellationToken cancellation)
    {
        if (run.Request.Image is { } image)
        {
            return await images.RunAsync(run, image, notebook, cancellation);
        }

        var data = await tables.ReadAsync(run.Model, cancellation);
        using var champion = await models.OpenChampionAsync(run.Model, cancellation);
        var engine = new RunEngine(new(), new() { Resamples = options.Value.Resamples, Confidence = options.Value.Confidence });
        var input = new RunInput(run.Model, data, champion, Search(run.Request));
        var result = await Task.Run(() => engine.Run(input, notebook, cancellation), cancellation);
        await registration.RegisterAsync(run, result, champion?.Card.Version, cancellation);
        return result.Outcome;
    }

    SearchOptions Search(RetrainRequest request)
    {
        string[] trainers = [.. Trainers.All.Where(trainer => request.Trainers?.Contains(trainer) != false).Where(trainer => trainer != Trainers.XGBoost || XGBoostLibrary.IsAvailable)];
        return new()
        {
            Seed = request.Seed ?? options.Value.Seed,
            Draws = options.Value.Draws,
            Gap = options.Value.Gap,
            Parallelism = options.Value.Parallelism,
            Trainers = trainers.Length > 0 ? trainers : throw new InvalidDataException(XGBoostLibrary.Missing),
        };
    }
}
