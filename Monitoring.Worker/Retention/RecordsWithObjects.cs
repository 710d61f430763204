using AspireMl.Storage.Documents;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Retention;

namespace AspireMl.Monitoring.Worker.Retention;

/// <summary>Deletes records that refer to objects. The objects are noted first, so that none is forgotten whenever the process ends.</summary>
sealed class RecordsWithObjects(IInferenceStore answers, IJobStore jobs, IForgottenObjectStore forgotten, TimeProvider time)
{
    /// <summary>Deletes up to so many answers that were given before a time, with what was said about them.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DeleteAnswersAsync(DateTimeOffset before, int limit, CancellationToken cancellation) =>
        await DeleteAsync(await answers.FindBeforeAsync(before, limit, cancellation), answers.DeleteAsync, cancellation);

    /// <summary>Deletes up to so many jobs that ended before a time.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DeleteJobsAsync(DateTimeOffset before, int limit, CancellationToken cancellation) =>
        await DeleteAsync(await jobs.FindEndedBeforeAsync(before, limit, cancellation), jobs.DeleteEndedAsync, cancellation);

    async Task<int> DeleteAsync(IReadOnlyList<AgedRecord> old, Func<IReadOnlyCollection<Guid>, CancellationToken, Task<int>> delete, CancellationToken cancellation)
    {
        if (old.Count == 0)
        {
            return 0;
        }

        string[] objects = [.. old.SelectMany(record => record.Objects).Distinct()];
        if (objects.Length > 0)
        {
            await forgotten.NoteAsync(objects, time.GetUtcNow(), cancellation);
        }

        return await delete([.. old.Select(record => record.Id)], cancellation);
    }
}
