namespace AspireMl.Contracts.Monitoring;

/// <summary>How far one CSV file is from another.</summary>
/// <param name="Rows">Rows of both files.</param>
/// <param name="Columns">The compared columns in the reference's order.</param>
/// <param name="Drifted">Whether at least half of them drifted.</param>
/// <param name="Share">Drifted columns ÷ compared columns, 0 to 1.</param>
/// <param name="Uncompared">Columns that only one of the files has.</param>
public sealed record FileDriftReport(
    SideCounts Rows, IReadOnlyList<ColumnDriftReport> Columns, bool Drifted, double Share, IReadOnlyList<string> Uncompared);
