using System.Globalization;
using AspireMl.Contracts.Training;
using CsvHelper;

namespace AspireMl.Retraining.Worker.Experiments;

/// <summary>Experiments as CSV (RFC 4180): a column for each parameter and metric that any of them has.</summary>
internal static class ExperimentCsv
{
    /// <summary>Writes them.</summary>
    public static string Of(IReadOnlyList<Experiment> experiments)
    {
        string[] parameters = [.. ExperimentTable.Names(experiments.Select(experiment => experiment.Parameters.Keys))];
        string[] metrics = [.. ExperimentTable.Names(experiments.Select(experiment => experiment.Metrics.Keys))];
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions()))
        {
            csv.WriteHeader(["runId", "model", "status", "createdAt", "finishedAt", "decision", "version", "dataHash", .. parameters.Select(name => $"parameter.{name}"), .. metrics.Select(name => $"metric.{name}")]);
            foreach (var experiment in experiments)
            {
                csv.WriteRecord([.. Fields(experiment, parameters, metrics)]);
            }
        }

        return text.ToString();
    }

    static IEnumerable<string?> Fields(Experiment experiment, string[] parameters, string[] metrics) =>
    [
        experiment.RunId.ToString(), experiment.Model, experiment.Status, Time(experiment.CreatedAt), Time(experiment.FinishedAt), experiment.Decision, experiment.Version, experiment.DataHash,
        .. parameters.Select(name => experiment.Parameters.GetValueOrDefault(name)),
        .. metrics.Select(name => experiment.Metrics.TryGetValue(name, out var value) ? value.ToString("R", CultureInfo.InvariantCulture) : null),
    ];

    static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
