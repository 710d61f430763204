namespace AspireMl.Storage.Monitoring;

/// <summary>The right to run a monitor.</summary>
/// <param name="LeaseId">Who has it.</param>
/// <param name="Now">From when.</param>
/// <param name="Until">Until when.</param>
public sealed record MonitorLease(Guid LeaseId, DateTimeOffset Now, DateTimeOffset Until);
