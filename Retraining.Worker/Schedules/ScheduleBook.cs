using System.Text.Json;
using AspireMl.Contracts.Schedules;
using AspireMl.Storage.Scheduling;
using Quartz;

namespace AspireMl.Retraining.Worker.Schedules;

/// <summary>The schedules, which the scheduler keeps: the settings with the trigger, the last run with the job.</summary>
internal sealed class ScheduleBook(StoredScheduler stored)
{
    const string Group = "schedules";
    const string Settings = "settings";
    const string LastRun = "lastRun";

    public Task<IReadOnlyList<ScheduleRecord>> ListAsync(CancellationToken cancellation) => stored.UseAsync<IReadOnlyList<ScheduleRecord>>(
        async scheduler =>
        {
            List<ScheduleRecord> records = [];
            foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Group), cancellation))
            {
                if (await FindAsync(scheduler, key.Name, cancellation) is { } record)
                {
                    records.Add(record);
                }
            }

            return [.. records.OrderBy(record => record.Name, StringComparer.Ordinal)];
        },
        cancellation);

    public Task<ScheduleRecord?> FindAsync(string name, CancellationToken cancellation) =>
        stored.UseAsync(scheduler => FindAsync(scheduler, name, cancellation), cancellation);

    /// <summary>Creates or changes a schedule; one that rests goes on resting.</summary>
    public Task PutAsync(string name, ScheduleSettings settings, CancellationToken cancellation) => stored.TellAsync(
        async scheduler =>
        {
            var trigger = TriggerBuilder.Create()
                .WithIdentity(TriggerOf(name))
                .ForJob(JobOf(name))
                .UsingJobData(Settings, JsonSerializer.Serialize(settings, JsonSerializerOptions.Web))
                .WithSchedule(CronTimes.Of(settings.Cron, settings.TimeZone))
                .Build();
            if (await scheduler.GetTrigger(trigger.Key, cancellation) is null)
            {
                var job = JobBuilder.Create<ScheduleJob>().WithIdentity(JobOf(name)).StoreDurably().RequestRecovery().Build();
                await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellation);
                return;
            }

            var paused = await scheduler.GetTriggerState(trigger.Key, cancellation) == TriggerState.Paused;
            await scheduler.RescheduleJob(trigger.Key, trigger, cancellation);
            if (paused)
            {
                await scheduler.PauseTrigger(trigger.Key, cancellation);
            }
        },
        cancellation);

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation) =>
        // The call for one job fails when a trigger of it ends meanwhile; this one is a single transaction.
        stored.UseAsync(async scheduler => (await scheduler.DeleteJobs([JobOf(name)], cancellation)).Count > 0, cancellation);

    public Task PauseAsync(string name, CancellationToken cancellation) =>
        stored.TellAsync(async scheduler => await scheduler.PauseTrigger(TriggerOf(name), cancellation), cancellation);

    public Task ResumeAsync(string name, CancellationToken cancellation) =>
        stored.TellAsync(async scheduler => await scheduler.ResumeTrigger(TriggerOf(name), cancellation), cancellation);

    public Task RunAsync(string name, CancellationToken cancellation) =>
        stored.TellAsync(async scheduler => await scheduler.TriggerJob(JobOf(name), [], cancellation), cancellation);

    /// <summary>What a running job is to do; null when its schedule was deleted meanwhile.</summary>
    public static async Task<ScheduleSettings?> SettingsOfAsync(IJobExecutionContext context, CancellationToken cancellation) =>
        await context.Scheduler.GetTrigger(TriggerOf(context.JobDetail.Key.Name), cancellation) is { } trigger ? SettingsOf(trigger) : null;

    /// <summary>Notes what came of a run; the scheduler stores it with the job.</summary>
    public static void Note(IJobExecutionContext context, ScheduleRun run) =>
        context.JobDetail.JobDataMap[LastRun] = JsonSerializer.Serialize(run, JsonSerializerOptions.Web);

    static async Task<ScheduleRecord?> FindAsync(IScheduler scheduler, string name, CancellationToken cancellation)
    {
        if (await scheduler.GetTrigger(TriggerOf(name), cancellation) is not { } trigger || await scheduler.GetJobDetail(JobOf(name), cancellation) is not { } job)
        {
            return null;
        }

        var paused = await scheduler.GetTriggerState(trigger.Key, cancellation) == TriggerState.Paused;
        return new(name, SettingsOf(trigger), paused, trigger.NextFireTimeUtc, Read<ScheduleRun>(job.JobDataMap, LastRun));
    }

    static JobKey JobOf(string name) => new(name, Group);

    static TriggerKey TriggerOf(string name) => new(name, Group);

    static ScheduleSettings SettingsOf(ITrigger trigger) =>
        Read<ScheduleSettings>(trigger.JobDataMap, Settings) ?? throw new InvalidOperationException($"The schedule {trigger.Key.Name} has no settings.");

    static T? Read<T>(JobDataMap data, string key)
        where T : class =>
        data.TryGetValue(key, out var json) && json is string text ? JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web) : null;
}
