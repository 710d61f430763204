using AspireMl.Storage.Documents;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Retention;

namespace AspireMl.Monitoring.Worker.Retention;

/// <summary>
/// Deletes objects whose records were deleted and that nothing else refers to. An answer may find its image in the object store and be
/// recorded a moment after this has looked for references, or hours later when a store was away. So an object is set aside at first, where it can
/// still be read, and references are looked for again before it goes for good; one that has got any is brought back.
/// </summary>
sealed class ForgottenObjects(IForgottenObjectStore forgotten, ISetAsideObjects objects, IInferenceStore answers, IJobStore jobs, TimeProvider time)
{
    /// <summary>Sets aside what was noted, and deletes up to so many objects that were set aside before a time.</summary>
    /// <returns>How many of these were done with.</returns>
    public async Task<int> DeleteAsync(DateTimeOffset before, int limit, CancellationToken cancellation)
    {
        while (await forgotten.ListNotedAsync(limit, cancellation) is { Count: > 0 } noted)
        {
            await SetAsideAsync(noted, cancellation);
        }

        var aside = await forgotten.ListSetAsideBeforeAsync(before, limit, cancellation);
        var inUse = await FindInUseAsync(aside, cancellation);
        foreach (var sha256 in aside)
        {
            await (inUse.Contains(sha256) ? objects.BringBackAsync(sha256, cancellation) : objects.DeleteSetAsideAsync(sha256, cancellation));
        }

        await forgotten.DropAsync(aside, cancellation);
        return aside.Count;
    }

    async Task SetAsideAsync(IReadOnlyList<string> noted, CancellationToken cancellation)
    {
        var inUse = await FindInUseAsync(noted, cancellation);
        await forgotten.DropAsync(inUse, cancellation);
        string[] unused = [.. noted.Except(inUse)];
        foreach (var sha256 in unused)
        {
            await objects.SetAsideAsync(sha256, cancellation);
        }

        await forgotten.NoteSetAsideAsync(unused, time.GetUtcNow(), cancellation);
    }

    // The embeddings of images need not be asked: the answer of each has the same image.
    async Task<IReadOnlySet<string>> FindInUseAsync(IReadOnlyList<string> asked, CancellationToken cancellation) => asked.Count == 0
        ? new HashSet<string>()
        : (await answers.FindObjectsInUseAsync(asked, cancellation))
            .Union(await jobs.FindObjectsInUseAsync(asked, cancellation))
            .Union(await forgotten.FindInUseAsync(asked, cancellation))
            .ToHashSet(StringComparer.Ordinal);
}
