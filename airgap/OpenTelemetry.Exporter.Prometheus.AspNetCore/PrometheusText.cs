using System.Globalization;
using System.Text;
using OpenTelemetry.Metrics;

namespace OpenTelemetry.Exporter.Prometheus;

/// <summary>Writes metrics in Prometheus' text format 0.0.4.</summary>
internal static class PrometheusText
{
    public static void Write(StringBuilder text, Metric metric, long? timestamp)
    {
        var name = PrometheusName.Of(metric);
        var unit = PrometheusName.UnitOf(metric.Unit);
        text.Append($"# TYPE {name} {PrometheusName.TypeOf(metric)}\n");
        if (unit.Length > 0)
        {
            text.Append($"# UNIT {name} {unit}\n");
        }

        if (metric.Description.Length > 0)
        {
            text.Append($"# HELP {name} {metric.Description.Replace("\\", "\\\\").Replace("\n", "\\n")}\n");
        }

        var time = timestamp is { } value ? $" {value}" : "";
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = LabelsOf(metric, point);
            if (metric.MetricType == MetricType.Histogram)
            {
                WriteHistogram(text, name, labels, point, time);
            }
            else
            {
                text.Append($"{name}{{{labels}}} {Number(ValueOf(metric, point))}{time}\n");
            }
        }
    }

    static void WriteHistogram(StringBuilder text, string name, string labels, in MetricPoint point, string time)
    {
        long below = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            text.Append($"{name}_bucket{{{labels},le=\"{Number(bucket.ExplicitBound)}\"}} {below}{time}\n");
        }

        text.Append($"{name}_sum{{{labels}}} {Number(point.GetHistogramSum())}{time}\n");
        text.Append($"{name}_count{{{labels}}} {point.GetHistogramCount()}{time}\n");
    }

    static string LabelsOf(Metric metric, in MetricPoint point)
    {
        var labels = new StringBuilder($"otel_scope_name=\"{Escape(metric.MeterName)}\"");
        if (metric.MeterVersion.Length > 0)
        {
            labels.Append($",otel_scope_version=\"{Escape(metric.MeterVersion)}\"");
        }

        foreach (var tag in metric.MeterTags ?? [])
        {
            AddLabel(labels, $"otel_scope_{tag.Key}", tag.Value);
        }

        foreach (var tag in point.Tags)
        {
            AddLabel(labels, tag.Key, tag.Value);
        }

        return labels.ToString();
    }

    static void AddLabel(StringBuilder labels, string key, object? value)
    {
        var text = value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        labels.Append($",{PrometheusName.Sanitise(key)}=\"{Escape(text)}\"");
    }

    static double ValueOf(Metric metric, in MetricPoint point) => metric.MetricType switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    static string Escape(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");

    static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString(CultureInfo.InvariantCulture);
}
