using AspireMl.Contracts.Monitoring;
using AspireMl.Storage.Scheduling;
using Quartz;

namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>When monitors run, which the scheduler knows: each has a job, and a trigger unless it rests.</summary>
/// <remarks>Every member throws <see cref="Storage.StorageUnavailableException"/> while the database cannot be reached.</remarks>
sealed class MonitorTimes(StoredScheduler stored, TimeProvider time)
{
    const string Group = "monitors";
    const string OnRequest = "monitors-on-request";

    /// <summary>The monitor of a job.</summary>
    public static Guid MonitorOf(JobKey job) => Guid.ParseExact(job.Name, "D");

    /// <summary>Monitors with the times at which they run next.</summary>
    public Task<IReadOnlyList<MonitorRecord>> ShowAsync(IReadOnlyList<MonitorRecord> monitors, CancellationToken cancellation) => stored.UseAsync<IReadOnlyList<MonitorRecord>>(
        async scheduler =>
        {
            var triggers = await TriggersAsync(scheduler, null, cancellation);
            return [.. monitors.Select(monitor => monitor with { NextRunAt = triggers.GetValueOrDefault(KeyOf(monitor.MonitorId))?.NextFireTimeUtc })];
        },
        cancellation);

    /// <summary>One monitor with the time at which it runs next.</summary>
    public Task<MonitorRecord> ShowAsync(MonitorRecord monitor, CancellationToken cancellation) => stored.UseAsync(
        // A whole trigger is read in steps, which fails when it is replaced meanwhile.
        async scheduler => monitor with { NextRunAt = (await TriggersAsync(scheduler, JobKeyOf(monitor.MonitorId), cancellation)).Values.SingleOrDefault()?.NextFireTimeUtc },
        cancellation);

    /// <summary>Has a new monitor run at its times, and shows the first.</summary>
    public Task<MonitorRecord> AddAsync(MonitorRecord monitor, CancellationToken cancellation) =>
        stored.UseAsync(scheduler => KeepAsync(scheduler, monitor, TriggerConflict.Keep, cancellation), cancellation);

    /// <summary>Has a monitor run at the times that its settings name now; a rhythm begins anew. Shows the first.</summary>
    public Task<MonitorRecord> ChangeAsync(MonitorRecord monitor, CancellationToken cancellation) =>
        stored.UseAsync(scheduler => KeepAsync(scheduler, monitor, TriggerConflict.Replace, cancellation), cancellation);

    /// <summary>Has a monitor run once as soon as a worker is free, besides its times.</summary>
    public Task RunAsync(MonitorRecord monitor, CancellationToken cancellation) => stored.TellAsync(
        async scheduler =>
        {
            await scheduler.AddJob(JobOf(monitor.MonitorId), AddJobOptions.Replacing, cancellation);
            var trigger = TriggerBuilder.Create<MonitorJob>(time).WithIdentity($"{monitor.MonitorId}", OnRequest).ForJob(JobKeyOf(monitor.MonitorId)).StartNow().Build();
            await scheduler.ScheduleTrigger(trigger, TriggerConflict.Keep, cancellation);
        },
        cancellation);

    /// <summary>Has a monitor run no more.</summary>
    public Task RemoveAsync(Guid monitorId, CancellationToken cancellation) =>
        // The call for one job fails when a trigger of it ends meanwhile; this one is a single transaction.
        stored.TellAsync(async scheduler => await scheduler.DeleteJobs([JobKeyOf(monitorId)], cancellation), cancellation);

    /// <summary>Brings jobs and triggers into step with the monitors, whoever made those and whatever was cut off when they were changed.</summary>
    /// <param name="list">Gives all monitors; it is asked after the scheduler was.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task AlignAsync(Func<CancellationToken, Task<IReadOnlyList<MonitorRecord>>> list, CancellationToken cancellation) => stored.TellAsync(
        async scheduler =>
        {
            var jobs = (await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Group), cancellation)).ToHashSet();
            var triggers = await TriggersAsync(scheduler, null, cancellation);
            var monitors = await list(cancellation);
            foreach (var monitor in monitors)
            {
                var trigger = triggers.GetValueOrDefault(KeyOf(monitor.MonitorId));
                if (!jobs.Contains(JobKeyOf(monitor.MonitorId)) || !IsInStep(trigger, monitor.Settings))
                {
                    await KeepAsync(scheduler, monitor, trigger is null ? TriggerConflict.Keep : TriggerConflict.Replace, cancellation);
                }
            }

            await scheduler.DeleteJobs([.. jobs.Except(monitors.Select(monitor => JobKeyOf(monitor.MonitorId)))], cancellation);
        },
        cancellation);

    async Task<MonitorRecord> KeepAsync(IScheduler scheduler, MonitorRecord monitor, TriggerConflict conflict, CancellationToken cancellation)
    {
        var key = KeyOf(monitor.MonitorId);
        await scheduler.AddJob(JobOf(monitor.MonitorId), AddJobOptions.Replacing, cancellation);
        if (!monitor.Settings.Enabled)
        {
            await scheduler.UnscheduleJob(key, cancellation);
            return monitor;
        }

        var trigger = MonitorTrigger.Build(monitor.Settings, time).WithIdentity(key).ForJob(JobKeyOf(monitor.MonitorId)).Build();
        return monitor with { NextRunAt = (await scheduler.ScheduleTrigger(trigger, conflict, cancellation)).NextFireTimeUtc };
    }

    static bool IsInStep(TriggerHeader? trigger, MonitorSettings settings) => settings.Enabled
        ? trigger is not null and not { State: TriggerState.Error } && trigger.Description == MonitorTrigger.Describe(settings)
        : trigger is null;

    static async Task<Dictionary<TriggerKey, TriggerHeader>> TriggersAsync(IScheduler scheduler, JobKey? job, CancellationToken cancellation)
    {
        var query = new TriggerQuery { Job = job, Group = GroupMatcher<TriggerKey>.GroupEquals(Group), Take = PagedQuery.All };
        return (await scheduler.QueryTriggers(query, cancellation)).Items.ToDictionary(trigger => trigger.Key);
    }

    static IJobDetail JobOf(Guid monitorId) => JobBuilder.Create<MonitorJob>().WithIdentity(JobKeyOf(monitorId)).StoreDurably().RequestRecovery().Build();

    static JobKey JobKeyOf(Guid monitorId) => new($"{monitorId}", Group);

    static TriggerKey KeyOf(Guid monitorId) => new($"{monitorId}", Group);
}
