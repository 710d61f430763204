using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.Storage;
using AspireMl.Storage.Datasets;
using AspireMl.Storage.Runs;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Triggers;

/// <summary>Starts a run when enough labels are newer than what the last run of the model saw.</summary>
internal sealed partial class LabelTrigger(
    IDatasetStore datasets, IRunStore runs, RunStarter starter, TimeProvider time, IOptions<TriggerOptions> options, ILogger<LabelTrigger> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.NewLabels == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.CheckEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var dataset in await datasets.ListAsync(stoppingToken))
                {
                    await CheckAsync(dataset, stoppingToken);
                }
            }
            catch (StorageUnavailableException away)
            {
                LogAway(away.Message);
            }
        }
    }

    async Task CheckAsync(DatasetSummary dataset, CancellationToken cancellation)
    {
        var last = (await runs.ListAsync(new() { Model = dataset.Name, Limit = 1 }, cancellation)).Items is [var newest] ? newest : null;
        if (dataset.Schema.Target.Labels is not null || (last is not null && (last.FinishedAt is not { } ended || time.GetUtcNow() - ended < options.Value.Pause)))
        {
            return;
        }

        // A run that broke off early saw nothing; the pause keeps it from being repeated without end.
        var range = new DatasetRange(dataset.Name, DatasetSplits.Production, last?.NewestRow?.AddMicroseconds(1));
        var rows = await datasets.ListRowsAsync(range, null, options.Value.NewLabels, cancellation);
        if (rows.Items.Count == options.Value.NewLabels)
        {
            var (runId, isNew) = await starter.StartAsync(
                dataset.Name, new() { Reason = $"At least {options.Value.NewLabels} labels are newer than the last run.", Trigger = RunTriggers.Labels }, cancellation);
            if (isNew)
            {
                LogStarted(runId, dataset.Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "New labels started run {RunId} of {Model}")]
    partial void LogStarted(Guid runId, string model);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot count labels: {Reason}")]
    partial void LogAway(string reason);
}
