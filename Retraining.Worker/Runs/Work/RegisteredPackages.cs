using AspireMl.Contracts.Models;
using AspireMl.Contracts.Training;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Registry;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>Packages of registered versions.</summary>
internal sealed class RegisteredPackages(IModelRegistry registry, IObjectStore objects)
{
    /// <summary>The version that is a model's champion, or null when it has none.</summary>
    public async Task<string?> FindChampionAsync(string model, CancellationToken cancellation) => (await LastMoveAsync(model, cancellation))?.To;

    /// <summary>
    /// The version that a run has to beat, or null: the champion; where the run was cut off after it had promoted its own version, the
    /// champion before that, so that it decides again as it did.
    /// </summary>
    public async Task<string?> FindRivalAsync(TrainingRun run, CancellationToken cancellation) => await LastMoveAsync(run.Model, cancellation) is { } move
        ? move.Reason.StartsWith(RunRegistration.ReasonOf(run), StringComparison.Ordinal) ? move.From : move.To
        : null;

    /// <summary>Opens the archive of a version; the caller disposes of it.</summary>
    /// <exception cref="InvalidDataException">There is no such version, or its package is lost; a sentence.</exception>
    public async Task<Stream> OpenAsync(string model, string version, CancellationToken cancellation)
    {
        var registered = await registry.FindAsync(new(model, version), cancellation)
            ?? throw new InvalidDataException($"The model {model} has no version {version}; GET /v1/models/{model} lists them.");
        return await objects.OpenAsync(registered.Package, cancellation)
            ?? throw new InvalidDataException($"The package of {model} {version} is not in the object store; register it again.");
    }

    async Task<AliasMove?> LastMoveAsync(string model, CancellationToken cancellation) =>
        (await registry.ListMovesAsync(new(model) { Alias = ModelAliases.Champion, Limit = 1 }, cancellation)).Items is [var move] ? move : null;
}
