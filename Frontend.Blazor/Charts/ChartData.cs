namespace AspireMl.Frontend.Blazor.Charts;

/// <summary>What a chart draws.</summary>
/// <param name="Kind"><c>bar</c> or <c>line</c>.</param>
/// <param name="Unit"><c>count</c>, <c>ms</c>, or <c>value</c> for any other number.</param>
/// <param name="Labels">One a step.</param>
/// <param name="Series">Named values, one a step; null where there is none.</param>
public sealed record ChartData(string Kind, string Unit, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Counts as bars.</summary>
    public static ChartData Bars<T>(string name, IReadOnlyList<T> steps, Func<T, string> label, Func<T, double?> value) =>
        new("bar", "count", [.. steps.Select(label)], [new(name, [.. steps.Select(value)])]);

    /// <summary>Values as lines.</summary>
    public static ChartData Lines<T>(string unit, IReadOnlyList<T> steps, Func<T, string> label, params (string Name, Func<T, double?> Value)[] lines) =>
        new("line", unit, [.. steps.Select(label)], [.. lines.Select(line => new ChartSeries(line.Name, [.. steps.Select(line.Value)]))]);
}

/// <summary>A named row of values.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values);

/// <summary>The same as a table, for those who cannot see the chart.</summary>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells, row by row.</param>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
