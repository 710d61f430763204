namespace AspireMl.Contracts.Training;

/// <summary>A run as an experiment: what was set, and what came of it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Model">The model.</param>
/// <param name="Status">One of <see cref="RunStatuses"/>.</param>
/// <param name="CreatedAt">When it was asked for, UTC.</param>
/// <param name="FinishedAt">When it ended, UTC.</param>
/// <param name="Decision">One of <see cref="RunDecisions"/>, or null.</param>
/// <param name="Version">The version that it made, or null.</param>
/// <param name="DataHash">Hash of what it learned from and was judged on.</param>
/// <param name="Parameters">What was set and what was chosen, by name.</param>
/// <param name="Metrics">How the version did on what was held out, by name.</param>
public sealed record Experiment(
    Guid RunId,
    string Model,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    string? Decision,
    string? Version,
    string? DataHash,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, double> Metrics);
