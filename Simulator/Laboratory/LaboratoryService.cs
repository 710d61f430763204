using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Simulation;
using AspireMl.Simulator.Control;
using Microsoft.Extensions.Options;

namespace AspireMl.Simulator.Laboratory;

/// <summary>
/// Hands in the label of each sample when its time has come, with the reading that it belongs to. Nothing is dropped while
/// the datasets cannot be reached; a label that they refuse is tried again for a while, since its prediction may be late.
/// </summary>
sealed partial class LaboratoryService(
    SimulatorSwitch simulator, LabelQueue labels, DatasetClient datasets, IOptions<SimulatorOptions> options, TimeProvider time, ILogger<LaboratoryService> logger)
    : BackgroundService
{
    // As many as the datasets list with their reasons when they take none of them.
    const int MostAtOnce = 100;
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var due = labels.Due(time.GetUtcNow() - simulator.Setting.LabelDelay, MostAtOnce);
            if (due.Count > 0)
            {
                await HandInAsync(due, stoppingToken);
            }

            if (due.Count < MostAtOnce)
            {
                await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task HandInAsync(IReadOnlyList<SimulatorReading> due, CancellationToken stopping)
    {
        try
        {
            var added = await datasets.AddRowsAsync(options.Value.Model, DatasetSplits.Production, [.. due.Select(LabelRow.Of)], stopping);
            var tooEarly = added.Rejected.Select(rejection => due[(int)rejection.Row - 1]).Where(sample => time.GetUtcNow() - sample.At < Patience + simulator.Setting.LabelDelay).ToList();
            labels.Drop(due.Count);
            tooEarly.ForEach(labels.Add);
            simulator.Labelled((int)(added.Inserted + added.Unchanged), (int)added.RejectedRows - tooEarly.Count);
            if (added.Rejected is [var first, ..])
            {
                LogRefused(added.RejectedRows, first.Reason);
            }
        }
        catch (ApiException away)
        {
            LogWaiting(away.Message);
            simulator.Stuck(away.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} labels are not taken yet, the first because: {Reason}")]
    partial void LogRefused(long count, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Labels wait: {Reason}")]
    partial void LogWaiting(string reason);
}
