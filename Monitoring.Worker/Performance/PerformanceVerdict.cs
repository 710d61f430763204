using AspireMl.Contracts.Monitoring;

namespace AspireMl.Monitoring.Worker.Performance;

/// <summary>
/// Judges a performance. Where a monitor set a threshold for a figure, that decides; otherwise a figure is a finding when its whole
/// interval lies above that of the reference, worse beyond chance.
/// </summary>
static class PerformanceVerdict
{
    public static IReadOnlyList<ReportFigure> Figures(
        PerformanceMetrics? metrics, PerformanceMetrics? reference, PerformanceEstimate? estimate, bool judgesLabels, IReadOnlyList<MonitorThreshold> thresholds)
    {
        List<ReportFigure> figures = [];
        Add(PerformanceFigures.Mae, metrics?.Mae, reference?.Mae, judgesLabels);
        Add(PerformanceFigures.Rmse, metrics?.Rmse, reference?.Rmse, judgesLabels);
        Add(PerformanceFigures.EstimatedMae, estimate?.Mae, reference?.Mae, !judgesLabels);
        Add(PerformanceFigures.EstimatedRmse, estimate?.Rmse, reference?.Rmse, !judgesLabels);
        return figures;

        void Add(string name, MetricInterval? figure, MetricInterval? usual, bool counts)
        {
            if (figure is null)
            {
                return;
            }

            var set = thresholds.FirstOrDefault(threshold => threshold.Name == name)?.Value;
            var flagged = set is { } own ? figure.Value >= own : counts && usual is not null && figure.Lower > usual.Upper;
            figures.Add(new(name, null, figure.Value, set ?? usual?.Upper, flagged));
        }
    }
}
