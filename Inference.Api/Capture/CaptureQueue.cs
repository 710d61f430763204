using System.Collections.Concurrent;
using System.Threading.Channels;
using AspireMl.Contracts.Inferences;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Storage.Documents;
using AspireMl.Storage.Images;
using AspireMl.Storage.Tabular;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Capture;

/// <summary>
/// Answers on their way to the stores. Adding never waits for them; what does not fit is dropped and counted. An entry stays
/// known until it is recorded, so that it can be shown and judged meanwhile, and in the journal.
/// </summary>
sealed class CaptureQueue
{
    readonly CaptureOptions _options;
    readonly CaptureJournal _journal;
    readonly InferenceMetrics _metrics;
    readonly ConcurrentDictionary<long, CaptureEntry> _pending = [];
    readonly ConcurrentDictionary<Guid, CaptureEntry> _answers = [];
    readonly Channel<CaptureEntry> _arrived = Channel.CreateUnbounded<CaptureEntry>(new() { SingleReader = true });
    readonly Channel<CaptureEntry> _ready = Channel.CreateUnbounded<CaptureEntry>(new() { SingleReader = true });
    int _count;
    int _inferences;
    long _bytes;
    long _dropped;
    long _lastNumber;

    public CaptureQueue(IOptions<CaptureOptions> options, CaptureJournal journal, InferenceMetrics metrics)
    {
        _options = options.Value;
        _journal = journal;
        _metrics = metrics;
        metrics.ObserveCaptures(() => Volatile.Read(ref _inferences));
    }

    /// <summary>Entries that are not recorded yet.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Inferences and words that were not and will not be recorded.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>What must wait for pictures, in the order in which it came; the writer's side.</summary>
    public ChannelReader<CaptureEntry> Arrived => _arrived.Reader;

    /// <summary>What can be recorded; the writer's side.</summary>
    public ChannelReader<CaptureEntry> Ready => _ready.Reader;

    /// <summary>What is not recorded yet, in order.</summary>
    public IReadOnlyList<CaptureEntry> Pending => [.. _pending.Values.OrderBy(entry => entry.Number)];

    /// <summary>Adds an answer.</summary>
    /// <returns>False when there is no room: it is dropped.</returns>
    public bool TryAdd(InferenceRecord record, byte[] image) => TryAdd(new CaptureEntry { Record = record, Image = image });

    /// <summary>Adds a classification.</summary>
    /// <param name="record">The answer.</param>
    /// <param name="image">The image.</param>
    /// <param name="classified">What drift is measured on.</param>
    /// <param name="heatmap">The heat map, when one was asked for.</param>
    /// <returns>False when there is no room: it is dropped.</returns>
    public bool TryAdd(InferenceRecord record, byte[] image, ImageInference classified, byte[]? heatmap) =>
        TryAdd(new CaptureEntry { Record = record, Image = image, Classified = classified, Heatmap = heatmap });

    /// <summary>Adds the answered rows of a request.</summary>
    /// <returns>False when there is no room: they are dropped.</returns>
    public bool TryAdd(TabularBatch rows) => TryAdd(new CaptureEntry { Rows = rows });

    /// <summary>Adds a word on an answer that is still in here; it is recorded after it.</summary>
    /// <returns>False when there is no room: it is dropped.</returns>
    public bool TryAdd(FeedbackEntry feedback) => TryAdd(new CaptureEntry { Feedback = feedback });

    /// <summary>An answer that is not recorded yet, or null.</summary>
    public CaptureEntry? Find(Guid inferenceId) => _answers.GetValueOrDefault(inferenceId);

    /// <summary>A row that is not recorded yet, or null. It is looked for one by one: an index of ids would cost every request that nobody asks after.</summary>
    public TabularInference? FindRow(Guid inferenceId) =>
        _pending.Values.Select(entry => entry.Rows?.Find(inferenceId)).FirstOrDefault(row => row is not null);

    /// <summary>Takes back what an earlier process left in the journal, whatever the room.</summary>
    public void Restore(CaptureEntry entry)
    {
        Take(entry);
        Accept(entry);
    }

    /// <summary>The object store has the pictures.</summary>
    public void ReleasePictures(CaptureEntry entry)
    {
        Interlocked.Add(ref _bytes, -entry.PictureBytes);
        (entry.Image, entry.Heatmap) = (null, null);
    }

    /// <summary>The entry, which arrived, can be recorded.</summary>
    public void MakeReady(CaptureEntry entry) => _ready.Writer.TryWrite(entry);

    /// <summary>The entry is recorded.</summary>
    public void Complete(CaptureEntry entry)
    {
        Remove(entry);
        _metrics.RecordCapture(CaptureOutcome.Written, entry.Inferences);
    }

    /// <summary>The entry cannot be recorded, ever.</summary>
    public void Drop(CaptureEntry entry)
    {
        Remove(entry);
        CountDrop(entry);
    }

    /// <summary>One attempt to store entries failed; another follows.</summary>
    public void CountRetry() => _metrics.RecordCapture(CaptureOutcome.Retried);

    /// <summary>Nothing more arrives.</summary>
    public void Close() => _arrived.Writer.TryComplete();

    /// <summary>Nothing more becomes ready.</summary>
    public void CloseReady() => _ready.Writer.TryComplete();

    void CountDrop(CaptureEntry entry)
    {
        Interlocked.Add(ref _dropped, entry.Inferences);
        _metrics.RecordCapture(CaptureOutcome.Dropped, entry.Inferences);
    }

    void Remove(CaptureEntry entry)
    {
        _pending.TryRemove(entry.Number, out _);
        if (entry.Record is { } record)
        {
            _answers.TryRemove(record.InferenceId, out _);
        }

        _journal.Settle(entry);
        GiveBack(entry);
    }

    bool TryAdd(CaptureEntry entry)
    {
        if (!_options.Enabled && entry.Feedback is null)
        {
            return true;
        }

        if (Take(entry))
        {
            _journal.TryKeep(entry);
            if (Accept(entry))
            {
                return true;
            }

            _journal.Settle(entry);
        }

        GiveBack(entry);
        CountDrop(entry);
        return false;
    }

    // False when there is no room; it counts as taken all the same, until it is given back.
    bool Take(CaptureEntry entry)
    {
        Interlocked.Add(ref _inferences, entry.Inferences);
        var fits = Interlocked.Increment(ref _count) <= _options.Capacity;
        return fits & Interlocked.Add(ref _bytes, entry.Bytes) <= _options.MaxImageBytes;
    }

    void GiveBack(CaptureEntry entry)
    {
        Interlocked.Add(ref _bytes, -entry.Bytes);
        Interlocked.Add(ref _inferences, -entry.Inferences);
        Interlocked.Decrement(ref _count);
    }

    bool Accept(CaptureEntry entry)
    {
        entry.Number = Interlocked.Increment(ref _lastNumber);
        _pending[entry.Number] = entry;
        if (entry.Record is { } record)
        {
            _answers[record.InferenceId] = entry;
        }

        // Rows have no pictures to wait for. A word on an answer must not overtake it, so it goes the longer way.
        if ((entry.Rows is null ? _arrived : _ready).Writer.TryWrite(entry))
        {
            return true;
        }

        _pending.TryRemove(entry.Number, out _);
        if (entry.Record is { } refused)
        {
            _answers.TryRemove(refused.InferenceId, out _);
        }

        return false;
    }
}
