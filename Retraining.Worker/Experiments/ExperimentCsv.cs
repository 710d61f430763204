using System.Globalization;
using System.Text;
using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Experiments;

/// <summary>Experiments as CSV (RFC 4180): a column for each parameter and metric that any of them has.</summary>
internal static class ExperimentCsv
{
    const string NewLine = "\r\n";

    /// <summary>Writes them.</summary>
    public static string Of(IReadOnlyList<Experiment> experiments)
    {
        string[] parameters = [.. ExperimentTable.Names(experiments.Select(experiment => experiment.Parameters.Keys))];
        string[] metrics = [.. ExperimentTable.Names(experiments.Select(experiment => experiment.Metrics.Keys))];
        var csv = new StringBuilder();
        Line(csv, ["runId", "model", "status", "createdAt", "finishedAt", "decision", "version", "dataHash", .. parameters.Select(name => $"parameter.{name}"), .. metrics.Select(name => $"metric.{name}")]);
        foreach (var experiment in experiments)
        {
            Line(csv,
            [
                experiment.RunId.ToString(), experiment.Model, experiment.Status, Time(experiment.CreatedAt), Time(experiment.FinishedAt), experiment.Decision, experiment.Version, experiment.DataHash,
                .. parameters.Select(name => experiment.Parameters.GetValueOrDefault(name)),
                .. metrics.Select(name => experiment.Metrics.TryGetValue(name, out var value) ? value.ToString("R", CultureInfo.InvariantCulture) : null),
            ]);
        }

        return csv.ToString();
    }

    static void Line(StringBuilder csv, IEnumerable<string?> fields) => csv.AppendJoin(',', fields.Select(Field)).Append(NewLine);

    static string Field(string? text) => text is null ? "" : text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
