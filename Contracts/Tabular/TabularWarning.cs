namespace AspireMl.Contracts.Tabular;

/// <summary>A feature with values outside the range that training saw; the rows are answered all the same.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Rows">How many rows have such a value.</param>
/// <param name="FirstRow">The first of them, from 1.</param>
/// <param name="Message">The same in a sentence, with the range.</param>
public sealed record TabularWarning(string Feature, int Rows, int FirstRow, string Message);
