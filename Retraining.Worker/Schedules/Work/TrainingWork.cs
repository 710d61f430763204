using AspireMl.Contracts.Schedules;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Work;

namespace AspireMl.Retraining.Worker.Schedules.Work;

/// <summary>Asks for a training run.</summary>
internal sealed class TrainingWork(RunStarter runs) : IScheduledWork
{
    public async Task<string> RunAsync(ScheduleSettings settings, CancellationToken cancellation)
    {
        var (runId, isNew) = await runs.StartAsync(
            settings.Model, new() { Reason = "Its scheduled time had come.", Trigger = RunTriggers.Schedule }, cancellation);
        return isNew ? $"Run {runId} was queued." : $"Run {runId} was waiting or running already.";
    }
}
