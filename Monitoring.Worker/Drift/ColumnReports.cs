using AspireMl.Contracts.Monitoring;
using AspireMl.Statistics.Drift;
using Findings = AspireMl.Statistics.Drift.DriftReport;
using Kinds = AspireMl.Contracts.Monitoring.ColumnKinds;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>Says in the contract's words what a comparison found.</summary>
static class ColumnReports
{
    /// <summary>Compares both sides of each column.</summary>
    public static Findings Compare(this DriftComparison comparison, IReadOnlyList<ComparedColumn> columns) => comparison.Compare(
        [.. columns.Select(column => column.Reference.ToReference(column.Name))],
        columns.ToDictionary(column => column.Name, column => column.Current.ToSample()));

    /// <summary>The columns of a report with their missing values.</summary>
    public static IReadOnlyList<ColumnDriftReport> Of(Findings report, IReadOnlyList<ComparedColumn> columns) =>
        [.. report.Columns.Zip(columns, (drift, column) => new ColumnDriftReport(
            drift.Name, Kind(drift.Kind), drift.Drifted, new(column.Reference.Missing, column.Current.Missing), [.. drift.Results.Select(Result)]))];

    static string Kind(ColumnKind kind) => kind == ColumnKind.Numeric ? Kinds.Numeric : Kinds.Categorical;

    static MethodResult Result(DriftResult result) => new(result.Method, result.Statistic, result.PValue, result.Threshold, result.Drifted);
}
