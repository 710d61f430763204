using AspireMl.Contracts.Schedules;

namespace AspireMl.Retraining.Worker.Schedules.Work;

/// <summary>What one kind of schedule does. It may be begun again after it was cut off, and must bear that.</summary>
internal interface IScheduledWork
{
    /// <summary>Does it.</summary>
    /// <returns>What was done; a sentence.</returns>
    /// <exception cref="InvalidDataException">It cannot be done; a sentence.</exception>
    Task<string> RunAsync(ScheduleSettings settings, CancellationToken cancellation);
}
