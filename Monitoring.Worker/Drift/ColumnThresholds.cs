using AspireMl.Statistics.Drift;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>Gives single columns tests of their own.</summary>
static class ColumnThresholds
{
    public static DriftComparison Apply(DriftRequest request, IReadOnlyList<ComparedColumn> columns)
    {
        var kinds = columns.ToDictionary(column => column.Name, column => column.Reference is NumericValues ? ColumnKind.Numeric : ColumnKind.Categorical);
        var tests = request.Thresholds
            .Where(threshold => kinds.ContainsKey(threshold.Name))
            .GroupBy(threshold => threshold.Name)
            .ToDictionary(
                column => column.Key,
                column => (IReadOnlyList<DriftTest>)[.. column.Select(threshold => TestOf(threshold.Method, kinds[column.Key]) with { Threshold = threshold.Value })]);
        return request.Comparison with { ColumnTests = tests };
    }

    static DriftTest TestOf(string? method, ColumnKind kind) => method is null ? DriftTest.Default(kind) : DriftTest.Parse(method);
}
