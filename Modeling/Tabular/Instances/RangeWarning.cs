namespace AspireMl.Modeling.Tabular.Instances;

/// <summary>Values outside the range that training saw, which are answered all the same.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Rows">How many rows have such a value.</param>
/// <param name="FirstRow">The first of them, from 1.</param>
public sealed record RangeWarning(FeatureRange Feature, int Rows, int FirstRow);
