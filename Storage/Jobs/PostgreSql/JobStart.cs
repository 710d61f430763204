using AspireMl.Contracts.Jobs;

namespace AspireMl.Storage.Jobs.PostgreSql;

/// <summary>A job that a worker begins.</summary>
sealed record JobStart(JobRecord Job, string Worker, DateTimeOffset StartedAt);
