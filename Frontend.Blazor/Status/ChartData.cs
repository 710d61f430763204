namespace AspireMl.Frontend.Blazor.Status;

/// <summary>What a chart draws.</summary>
/// <param name="Kind"><c>bar</c> or <c>line</c>.</param>
/// <param name="Unit"><c>count</c> or <c>ms</c>.</param>
/// <param name="Labels">One a step.</param>
/// <param name="Series">Named values, one a step; null where there is none.</param>
public sealed record ChartData(string Kind, string Unit, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Counts as bars.</summary>
    public static ChartData Bars(string name, IReadOnlyList<ActivityStep> steps, Func<ActivityStep, string> label, Func<ActivityStep, double?> value) =>
        new("bar", "count", [.. steps.Select(label)], [new(name, [.. steps.Select(value)])]);

    /// <summary>Times as lines.</summary>
    public static ChartData Lines(IReadOnlyList<ActivityStep> steps, Func<ActivityStep, string> label, params (string Name, Func<ActivityStep, double?> Value)[] lines) =>
        new("line", "ms", [.. steps.Select(label)], [.. lines.Select(line => new ChartSeries(line.Name, [.. steps.Select(line.Value)]))]);
}

/// <summary>A named row of values.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values);

/// <summary>The same as a table, for those who cannot see the chart.</summary>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells, row by row.</param>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
