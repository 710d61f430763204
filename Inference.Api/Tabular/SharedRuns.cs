using System.Diagnostics;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Modeling.Tabular;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Tabular;

/// <summary>
/// Predicts the rows of small requests. Where other work waits for a processor, requests for the same model share a run
/// (dynamic batching): of what a run costs, most is there before its second row. Nobody waits for others to come.
/// </summary>
sealed class SharedRuns(TabularTurns turns, InferenceMetrics metrics, IOptions<TabularOptions> options)
{
    readonly int _mostRows = options.Value.MaxSharedRows;
    readonly int _mostWaiting = options.Value.Capacity;
    readonly Lock _lock = new();
    readonly Dictionary<TabularModel, SharedRun> _open = [];
    int _waiting;

    /// <summary>Predicts rows, alone or with others.</summary>
    /// <param name="model">The model; it must stay open until the task ends.</param>
    /// <param name="rows">The rows; they are read until the task ends.</param>
    /// <param name="outputs">Takes the predictions.</param>
    /// <param name="cancellation">Gives up while the run has not begun.</param>
    /// <returns>The time that the run took.</returns>
    /// <exception cref="RefusalException">Too many wait: status 429.</exception>
    public async ValueTask<TimeSpan> PredictAsync(TabularModel model, Memory<float> rows, Memory<float> outputs, CancellationToken cancellation)
    {
        var count = outputs.Length / model.Outputs;
        var mayShare = count < _mostRows;
        if ((!mayShare || ThreadPool.PendingWorkItemCount == 0) && turns.TryTake() is { } free)
        {
            using (free)
            {
                return Run(model, rows, outputs);
            }
        }

        var request = new WaitingRows(rows, outputs);
        if (!mayShare || !TryJoin(model, request, count, out var run, out var leads))
        {
            using var turn = await turns.TakeAsync(cancellation);
            return Run(model, rows, outputs);
        }

        using var registration = cancellation.UnsafeRegister(_ => Leave(run, request, cancellation), null);
        if (leads)
        {
            await LeadAsync(run);
        }

        return await request.Predicted;
    }

    /// <summary>Runs the model on rows, within a turn that the caller has.</summary>
    /// <inheritdoc cref="PredictAsync"/>
    public TimeSpan Run(TabularModel model, Memory<float> rows, Memory<float> outputs)
    {
        var start = Stopwatch.GetTimestamp();
        model.Predict(rows, outputs);
        var time = Stopwatch.GetElapsedTime(start);
        metrics.RecordRun(model.Card.Name, outputs.Length / model.Outputs);
        return time;
    }

    /// <returns>False when too many requests wait in shared runs already.</returns>
    bool TryJoin(TabularModel model, WaitingRows request, int rows, out SharedRun run, out bool leads)
    {
        lock (_lock)
        {
            leads = !_open.TryGetValue(model, out run!) || run.Rows + rows > _mostRows;
            if (_waiting == _mostWaiting)
            {
                return false;
            }

            if (leads)
            {
                _open[model] = run = new(model, Run);
            }

            run.Add(request);
            _waiting++;
            return true;
        }
    }

    void Leave(SharedRun run, WaitingRows request, CancellationToken cancellation)
    {
        lock (_lock)
        {
            // Once the run is closed its rows are being read: it is waited for.
            if (run.IsClosed || !run.Remove(request))
            {
                return;
            }

            _waiting--;
        }

        request.Leave(cancellation);
    }

    async Task LeadAsync(SharedRun run)
    {
        try
        {
            // Behind what waits for a processor now: among it are those that join.
            await Task.Yield();
            using var turn = await turns.TakeAsync(CancellationToken.None);
            Close(run);
            run.Predict();
        }
        catch (Exception failure)
        {
            // Busy or broken: those that wait would wait for ever.
            Close(run);
            run.Fail(failure);
        }
    }

    void Close(SharedRun run)
    {
        lock (_lock)
        {
            if (run.IsClosed)
            {
                return;
            }

            run.IsClosed = true;
            _waiting -= run.Requests;
            if (_open.TryGetValue(run.Model, out var open) && open == run)
            {
                _open.Remove(run.Model);
            }
        }
    }
}
