using AspireMl.Contracts.Monitoring;
using AspireMl.Frontend.Blazor.Charts;
using AspireMl.Frontend.Blazor.Components;
using AspireMl.Frontend.Blazor.Web;

namespace AspireMl.Frontend.Blazor.Monitoring;

/// <summary>How one figure went from report to report.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Points">When it was measured and what came out, oldest first.</param>
public sealed record FigureCourse(string Title, IReadOnlyList<(DateTimeOffset At, ReportFigure Figure)> Points)
{
    /// <summary>The figures of reports of one kind, in the order in which the newest has them.</summary>
    /// <param name="reports">Oldest first.</param>
    public static IReadOnlyList<FigureCourse> Of(IReadOnlyList<ReportSummary> reports) =>
    [
        .. reports.Reverse()
            .SelectMany(report => report.Figures.Select(figure => (At: report.CreatedAt, Figure: figure)))
            .GroupBy(point => TitleOf(point.Figure))
            .Select(points => new FigureCourse(points.Key, [.. points.Reverse()])),
    ];

    /// <summary>To be drawn.</summary>
    public ChartData Line(BrowserClock clock) =>
        ChartData.Lines("value", Points, point => clock.Show(point.At), ("Measured", point => point.Figure.Value), ("Threshold", point => point.Figure.Threshold));

    /// <summary>In words.</summary>
    public ChartTable Table(BrowserClock clock) => new(
        ["When", "Measured", "Threshold", "Verdict"],
        [
            .. Points.Select(point => (IReadOnlyList<string>)
                [clock.Show(point.At), MonitorText.Figure(point.Figure.Value), MonitorText.Figure(point.Figure.Threshold), point.Figure.Flagged ? "alarm" : "in order"]),
        ]);

    static string TitleOf(ReportFigure figure) =>
        figure.Measure is { } measure ? $"{figure.Name}, {measure}" : Words.Title(figure.Name);
}
