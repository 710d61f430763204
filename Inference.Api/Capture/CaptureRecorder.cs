using AspireMl.Inference.Api.Inferences;
using AspireMl.Storage.Documents;
using AspireMl.Storage.Images;
using AspireMl.Storage.Tabular;

namespace AspireMl.Inference.Api.Capture;

/// <summary>Writes batches of captured entries to their stores; one entry that is refused does not hold up the others.</summary>
sealed partial class CaptureRecorder(
    CaptureQueue queue,
    CaptureRetry retry,
    IInferenceStore store,
    IImageInferenceStore images,
    ITabularInferenceStore tabular,
    InferenceHistory history,
    ILogger<CaptureRecorder> logger)
{
    /// <summary>Records the entries and takes them out of the queue.</summary>
    /// <returns>False when the store was still away while closing; the entries stay in the queue.</returns>
    public async Task<bool> RecordAsync(IReadOnlyList<CaptureEntry> batch, CancellationToken closing, CancellationToken cancellation)
    {
        CaptureEntry[] answers = [.. batch.Where(entry => entry.Record is not null)];
        CaptureEntry[] rows = [.. batch.Where(entry => entry.Rows is not null)];
        if (!await RecordTogetherAsync(answers, cancellation => RecordAnswersAsync(answers, cancellation), closing, cancellation)
            || !await RecordTogetherAsync(rows, cancellation => tabular.RecordAsync([.. rows.Select(entry => entry.Rows!)], cancellation), closing, cancellation))
        {
            return false;
        }

        foreach (var word in batch.Where(entry => entry.Feedback is not null))
        {
            if (!await RecordEachAsync(word, closing, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    async Task<bool> RecordTogetherAsync(CaptureEntry[] entries, Func<CancellationToken, Task> record, CancellationToken closing, CancellationToken cancellation)
    {
        if (entries.Length == 0)
        {
            return true;
        }

        try
        {
            if (!await retry.RunAsync(record, closing, cancellation))
            {
                return false;
            }

            Array.ForEach(entries, queue.Complete);
            return true;
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            foreach (var entry in entries)
            {
                if (!await RecordEachAsync(entry, closing, cancellation))
                {
                    return false;
                }
            }

            return true;
        }
    }

    async Task<bool> RecordEachAsync(CaptureEntry entry, CancellationToken closing, CancellationToken cancellation)
    {
        try
        {
            var known = true;
            if (!await retry.RunAsync(async cancellation => known = await WriteAsync(entry, cancellation), closing, cancellation))
            {
                return false;
            }

            if (known)
            {
                queue.Complete(entry);
            }
            else
            {
                Drop(entry, null);
            }
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            Drop(entry, refused);
        }

        return true;
    }

    async Task<bool> WriteAsync(CaptureEntry entry, CancellationToken cancellation)
    {
        if (entry.Feedback is { } feedback)
        {
            return await history.AddFeedbackAsync(feedback, cancellation) is not null;
        }

        await (entry.Rows is { } rows ? tabular.RecordAsync([rows], cancellation) : RecordAnswersAsync([entry], cancellation));
        return true;
    }

    // Safe to repeat as a whole: both stores leave what they have as it is.
    async Task RecordAnswersAsync(CaptureEntry[] answers, CancellationToken cancellation)
    {
        ImageInference[] classified = [.. answers.Select(answer => answer.Classified).OfType<ImageInference>()];
        if (classified.Length > 0)
        {
            await images.RecordAsync(classified, cancellation);
        }

        await store.RecordAsync([.. answers.Select(answer => answer.Record!)], cancellation);
    }

    void Drop(CaptureEntry entry, Exception? refused)
    {
        queue.Drop(entry);
        LogRefused(entry.InferenceId, refused);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An entry about inference {InferenceId} cannot be recorded and is dropped")]
    partial void LogRefused(Guid inferenceId, Exception? failure);
}
