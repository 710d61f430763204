using System.Diagnostics;
using AspireMl.Storage.Objects;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Capture;

/// <summary>
/// Moves captured answers to the stores: first the image, whose memory is then free, then the record, in batches and in
/// order; rows have no image, and wait for nobody's. A stop waits for all; what the stores do not take stays in the journal.
/// </summary>
sealed partial class CaptureWriter(
    CaptureQueue queue,
    CaptureRecorder recorder,
    CaptureRetry retry,
    CaptureJournal journal,
    IObjectStore objects,
    IOptions<CaptureOptions> options,
    ILogger<CaptureWriter> logger) : BackgroundService
{
    // More rows in one statement would take longer than a statement may.
    const int MostInferences = 20_000;

    readonly CaptureOptions _options = options.Value;
    readonly CancellationTokenSource _closing = new();
    Task? _stopped;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request, so that what an earlier process answered is known to this one.
        foreach (var entry in journal.Recover())
        {
            queue.Restore(entry);
        }

        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped by a signal and by its owner at once; both wait for the one flush.
        lock (_closing)
        {
            return _stopped ??= StopOnceAsync(cancellationToken);
        }
    }

    async Task StopOnceAsync(CancellationToken cancellationToken)
    {
        queue.Close();
        await _closing.CancelAsync();
        if (ExecuteTask is { } writing)
        {
            await Task.WhenAny(writing, Task.Delay(_options.FlushTimeout, cancellationToken));
        }

        await base.StopAsync(cancellationToken);
        KeepTheRest();
        // Now and not when the service is disposed of, for which nobody who stops it waits.
        journal.Close();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(StorePicturesAsync(stoppingToken), RecordAsync(stoppingToken));

    public override void Dispose()
    {
        _closing.Dispose();
        base.Dispose();
    }

    async Task StorePicturesAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var entry in queue.Arrived.ReadAllAsync(cancellation))
            {
                if (!await StorePicturesOfAsync(entry, cancellation))
                {
                    return;
                }

                queue.MakeReady(entry);
            }
        }
        finally
        {
            queue.CloseReady();
        }
    }

    async Task<bool> StorePicturesOfAsync(CaptureEntry entry, CancellationToken cancellation)
    {
        if (entry is not { Image: { } image, Record: { InputHash: { } hash } record })
        {
            return true;
        }

        try
        {
            if (!await retry.RunAsync(cancellation => PutPicturesAsync(hash, image, record.Heatmap, entry.Heatmap, cancellation), _closing.Token, cancellation))
            {
                return false;
            }
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // The record is still worth keeping, and so are those behind it.
            LogImageRefused(record.InferenceId, failure);
        }

        queue.ReleasePictures(entry);
        return true;
    }

    async Task PutPicturesAsync(string imageHash, byte[] image, string? heatmapHash, byte[]? heatmap, CancellationToken cancellation)
    {
        await objects.PutAsync(imageHash, image, cancellation);
        if (heatmapHash is not null && heatmap is not null)
        {
            await objects.PutAsync(heatmapHash, heatmap, cancellation);
        }
    }

    async Task RecordAsync(CancellationToken cancellation)
    {
        var batch = new List<CaptureEntry>(_options.BatchSize);
        while (await queue.Ready.WaitToReadAsync(cancellation))
        {
            var start = Stopwatch.GetTimestamp();
            for (var inferences = 0; batch.Count < _options.BatchSize && inferences < MostInferences && queue.Ready.TryRead(out var entry);)
            {
                batch.Add(entry);
                inferences += entry.Inferences;
            }

            if (!await recorder.RecordAsync(batch, _closing.Token, cancellation))
            {
                return;
            }

            if (batch.Count < _options.BatchSize && _options.BatchInterval - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            batch.Clear();
        }
    }

    void KeepTheRest()
    {
        var rest = queue.Pending;
        CaptureEntry[] lost = [.. rest.Where(entry => entry.File is null && !journal.TryKeepAtAnyLength(entry))];
        Array.ForEach(lost, queue.Drop);
        if (lost.Length > 0)
        {
            LogLost(lost.Length);
        }

        if (rest.Count > lost.Length)
        {
            LogKept(rest.Count - lost.Length, journal.Folder);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The image of inference {InferenceId} was not stored")]
    partial void LogImageRefused(Guid inferenceId, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} captured entries could not be stored before the stop; the journal in {Folder} keeps them for the next start")]
    partial void LogKept(int count, string folder);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Count} captured entries are lost: neither the stores nor the disk take them")]
    partial void LogLost(int count);
}
