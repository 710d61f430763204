namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>Both sides of a column, of the same kind.</summary>
sealed record ComparedColumn(string Name, ColumnValues Reference, ColumnValues Current);
