using AspireMl.Contracts.Models;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Engine;
using AspireMl.Storage.Registry;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>Registers what a run has made and lets an alias name it.</summary>
internal sealed class RunRegistration(IModelGateway models)
{
    /// <summary>Does so, unless the run made nothing.</summary>
    /// <param name="run">The run.</param>
    /// <param name="result">What came out of it.</param>
    /// <param name="champion">The version of the champion, or null.</param>
    /// <param name="cancellation">Gives up before the first of it: half of it would be a version that nobody asked for.</param>
    public async Task RegisterAsync(TrainingRun run, RunResult result, string? champion, CancellationToken cancellation)
    {
        if (result is not { Archive: { } archive, Outcome: { Decision: { } decision, RetrainedVersion: { } version } outcome })
        {
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        var alias = decision == RunDecisions.Promoted ? ModelAliases.Champion : ModelAliases.Challenger;
        AliasChange? named = version == champion ? null : new(run.Model, alias, version, RegistryGateway.Actor, $"{ReasonOf(run)} {outcome.Reason}");
        await models.RegisterAsync(archive, named, CancellationToken.None);
    }

    /// <summary>How the reason of an alias move begins that a run has made.</summary>
    public static string ReasonOf(TrainingRun run) => $"Run {run.RunId}:";
}
