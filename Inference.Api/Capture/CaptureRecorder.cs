using AspireMl.Storage.Documents;

namespace AspireMl.Inference.Api.Capture;

/// <summary>Writes batches of captured entries to the inference store; one entry that it refuses does not hold up the others.</summary>
sealed partial class CaptureRecorder(CaptureQueue queue, CaptureRetry retry, IInferenceStore store, ILogger<CaptureRecorder> logger)
{
    // How many entries of each file of an earlier run are still to be recorded.
    readonly Dictionary<string, int> _expected = [];

    /// <summary>Announces an entry of a file; the file goes when its last entry is recorded.</summary>
    public void Expect(CaptureEntry entry) => _expected[entry.SpillFile!] = _expected.GetValueOrDefault(entry.SpillFile!) + 1;

    /// <summary>Records the entries and takes them out of the queue.</summary>
    /// <returns>False when the store was still away while closing; the entries stay in the queue.</returns>
    public async Task<bool> RecordAsync(IReadOnlyList<CaptureEntry> batch, CancellationToken closing, CancellationToken cancellation)
    {
        CaptureEntry[] answers = [.. batch.Where(entry => entry.Record is not null)];
        if (answers.Length > 0 && !await RecordAnswersAsync(answers, closing, cancellation))
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

    async Task<bool> RecordAnswersAsync(CaptureEntry[] answers, CancellationToken closing, CancellationToken cancellation)
    {
        try
        {
            if (!await retry.RunAsync(cancellation => store.RecordAsync([.. answers.Select(answer => answer.Record!)], cancellation), closing, cancellation))
            {
                return false;
            }

            Array.ForEach(answers, Complete);
            return true;
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            foreach (var answer in answers)
            {
                if (!await RecordEachAsync(answer, closing, cancellation))
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
                Complete(entry);
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
            return await store.AddFeedbackAsync(feedback, cancellation) is not null;
        }

        await store.RecordAsync([entry.Record!], cancellation);
        return true;
    }

    void Complete(CaptureEntry entry)
    {
        queue.Complete(entry);
        Settle(entry);
    }

    void Drop(CaptureEntry entry, Exception? refused)
    {
        queue.Drop(entry);
        Settle(entry);
        LogRefused(entry.Record?.InferenceId ?? entry.Feedback!.InferenceId, refused);
    }

    void Settle(CaptureEntry entry)
    {
        if (entry.SpillFile is { } file && --_expected[file] == 0)
        {
            CaptureSpill.Remove(file);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An entry about inference {InferenceId} cannot be recorded and is dropped")]
    partial void LogRefused(Guid inferenceId, Exception? failure);
}
