using System.Diagnostics;
using System.Text;
using OpenTelemetry.Metrics;

namespace OpenTelemetry.Exporter.Prometheus;

/// <summary>Collects when it is scraped and keeps the answer for the scrapes that follow at once.</summary>
[ExportModes(ExportModes.Pull)]
internal sealed class PrometheusExporter(PrometheusAspNetCoreOptions options) : BaseExporter<Metric>, IPullMetricExporter
{
    readonly Lock _scraping = new();
    readonly StringBuilder _text = new();
    string? _answer;
    long _answeredAt;

    public Func<int, bool>? Collect { get; set; }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        _text.Clear();
        long? timestamp = options.DisableTimestamp ? null : DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        foreach (var metric in batch)
        {
            PrometheusText.Write(_text, metric, timestamp);
        }

        _text.Append("# EOF\n");
        return ExportResult.Success;
    }

    public string Scrape()
    {
        lock (_scraping)
        {
            if (_answer is null || Stopwatch.GetElapsedTime(_answeredAt).TotalMilliseconds >= options.ScrapeResponseCacheDurationMilliseconds)
            {
                Collect?.Invoke(Timeout.Infinite);
                _answer = _text.ToString();
                _answeredAt = Stopwatch.GetTimestamp();
            }

            return _answer;
        }
    }
}
