using System.Text.Json;

namespace AspireMl.Contracts.Datasets;

/// <summary>One row of a dataset.</summary>
/// <param name="RowId">Its id.</param>
/// <param name="At">When it was, UTC.</param>
/// <param name="InferenceId">The inference that it is the label of, or null.</param>
/// <param name="Features">Each feature's number or word by name, in the order of the schema; null where it is missing.</param>
/// <param name="Target">The number or label that was to be predicted.</param>
public sealed record DatasetRecord(
    Guid RowId, DateTimeOffset At, Guid? InferenceId, IReadOnlyDictionary<string, JsonElement> Features, JsonElement Target);
