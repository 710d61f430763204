namespace AspireMl.Contracts.Training;

/// <summary>One thing that was looked for in the data of a run.</summary>
/// <param name="Name">What was looked for.</param>
/// <param name="Column">In which column, or null for the table.</param>
/// <param name="Value">What was found: a number of rows, a share from 0 to 1, or a correlation.</param>
/// <param name="Limit">What is allowed.</param>
/// <param name="Severity">One of <see cref="CheckSeverities"/>.</param>
/// <param name="Message">A sentence, for a person.</param>
public sealed record DataCheck(string Name, string? Column, double Value, double Limit, string Severity, string Message);
