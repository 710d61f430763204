namespace AspireMl.Frontend.Blazor.Charts;

/// <summary>What a chart draws.</summary>
/// <param name="Kind"><c>bar</c>, <c>line</c> or <c>scatter</c>.</param>
/// <param name="Unit"><c>count</c>, <c>ms</c>, or <c>value</c> for any other number.</param>
/// <param name="Labels">One a step.</param>
/// <param name="Series">Named values, one a step; null where there is none.</param>
public sealed record ChartData(string Kind, string Unit, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Named points of a plane, each with its two places; for <c>scatter</c>, which has no series.</summary>
    public IReadOnlyList<ChartPoints> Points { get; init; } = [];

    /// <summary>Counts as bars.</summary>
    public static ChartData Bars<T>(string name, IReadOnlyList<T> steps, Func<T, string> label, Func<T, double?> value) =>
        new("bar", "count", [.. steps.Select(label)], [new(name, [.. steps.Select(value)])]);

    /// <summary>Points of a plane.</summary>
    public static ChartData Scatter(params (string Name, IReadOnlyList<IReadOnlyList<double>> Places)[] points) =>
        new("scatter", "value", [], []) { Points = [.. points.Select(side => new ChartPoints(side.Name, side.Places))] };

    /// <summary>Values as lines.</summary>
    public static ChartData Lines<T>(string unit, IReadOnlyList<T> steps, Func<T, string> label, params (string Name, Func<T, double?> Value)[] lines) =>
        new("line", unit, [.. steps.Select(label)], [.. lines.Select(line => new ChartSeries(line.Name, [.. steps.Select(line.Value)]))]);
}

/// <summary>Named points of a plane.</summary>
public sealed record ChartPoints(string Name, IReadOnlyList<IReadOnlyList<double>> Places);

/// <summary>A named row of values.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values);

/// <summary>The same as a table, for those who cannot see the chart.</summary>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells, row by row.</param>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
