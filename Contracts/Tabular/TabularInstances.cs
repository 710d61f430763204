namespace AspireMl.Contracts.Tabular;

/// <summary>Rows to predict: the body of a request, and the payload of a job.</summary>
/// <param name="Instances">1 to 10,000 rows; each maps the names of features to numbers, or to words where the feature is categorical.</param>
public sealed record TabularInstances(IReadOnlyList<IReadOnlyDictionary<string, object?>> Instances);
