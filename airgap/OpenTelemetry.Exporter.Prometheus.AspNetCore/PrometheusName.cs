using System.Text;
using OpenTelemetry.Metrics;

namespace OpenTelemetry.Exporter.Prometheus;

/// <summary>Names by the rules of the OpenTelemetry specification, "Prometheus and OpenMetrics Compatibility".</summary>
internal static class PrometheusName
{
    public static string TypeOf(Metric metric) => metric.MetricType switch
    {
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        MetricType.Histogram or MetricType.ExponentialHistogram => "histogram",
        _ => "gauge",
    };

    public static string Of(Metric metric)
    {
        var name = Sanitise(metric.Name);
        if (UnitOf(metric.Unit) is { Length: > 0 } unit && !name.EndsWith(unit, StringComparison.Ordinal))
        {
            name += $"_{unit}";
        }

        return TypeOf(metric) == "counter" && !name.EndsWith("_total", StringComparison.Ordinal) ? $"{name}_total" : name;
    }

    /// <summary>Writes what a name may not hold as one underscore.</summary>
    public static string Sanitise(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character) || character == ':')
            {
                if (text.Length == 0 && char.IsAsciiDigit(character))
                {
                    text.Append('_');
                }

                text.Append(character);
            }
            else if (text.Length == 0 || text[^1] != '_')
            {
                text.Append('_');
            }
        }

        return text.ToString();
    }

    /// <summary>The long form of a UCUM unit: annotations in braces go, "a/b" becomes "a_per_b".</summary>
    public static string UnitOf(string unit)
    {
        var bare = WithoutAnnotations(unit);
        var slash = bare.IndexOf('/', StringComparison.Ordinal);
        var name = slash > 0 && slash < bare.Length - 1
            ? $"{LongForm(bare[..slash])}_per_{Singular(bare[(slash + 1)..])}"
            : LongForm(bare);
        return name.Length == 0 ? name : Sanitise(name).Trim('_');
    }

    static string WithoutAnnotations(string unit)
    {
        var open = unit.IndexOf('{', StringComparison.Ordinal);
        var close = open < 0 ? -1 : unit.IndexOf('}', open);
        return close < 0 ? unit : WithoutAnnotations(unit.Remove(open, close - open + 1));
    }

    static string LongForm(string unit) => unit switch
    {
        "1" or "" => "",
        "d" => "days",
        "h" => "hours",
        "min" => "minutes",
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "ns" => "nanoseconds",
        "By" => "bytes",
        "KiBy" => "kibibytes",
        "MiBy" => "mebibytes",
        "GiBy" => "gibibytes",
        "kBy" or "KBy" => "kilobytes",
        "MBy" => "megabytes",
        "GBy" => "gigabytes",
        "m" => "meters",
        "Cel" => "celsius",
        "Hz" => "hertz",
        "%" => "percent",
        _ => unit,
    };

    static string Singular(string unit) => unit switch
    {
        "s" => "second",
        "m" => "minute",
        "h" => "hour",
        "d" => "day",
        _ => unit,
    };
}
