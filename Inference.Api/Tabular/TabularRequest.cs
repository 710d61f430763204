namespace AspireMl.Inference.Api.Tabular;

/// <summary>Rows that someone asks about.</summary>
/// <param name="Json">The JSON text with the instances, in UTF-8.</param>
/// <param name="Explain">Whether to say what each feature contributes.</param>
/// <param name="FirstId">The id of the first row, from which the others follow; new ones when null.</param>
sealed record TabularRequest(ReadOnlyMemory<byte> Json, bool Explain = false, Guid? FirstId = null);
