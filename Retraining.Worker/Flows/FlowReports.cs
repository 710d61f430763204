using System.Text.Json;
using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Flows;

/// <summary>Writes the reports of a flow into its folder.</summary>
internal static class FlowReports
{
    static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>Writes <c>run.json</c> and <c>run.html</c>, and the checks of the images as <c>checks.html</c>.</summary>
    /// <param name="app">The part of the service that renders pages.</param>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task WriteAsync(WebApplication app, string folder, TrainingRun run, CancellationToken cancellation)
    {
        await JsonAsync(folder, "run.json", run, cancellation);
        await PageAsync(app, folder, "run.html", $"v1/runs/{run.RunId}/report?format=html", cancellation);
        if (run.Image is { } image)
        {
            await PageAsync(app, folder, "checks.html", $"v1/image-datasets/{image.Dataset}/versions/{image.DatasetVersion}/checks?format=html", cancellation);
        }
    }

    /// <summary>Writes <c>evaluation.json</c> and <c>evaluation.html</c>.</summary>
    /// <param name="app">The part of the service that renders pages.</param>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task WriteAsync(WebApplication app, string folder, ImageEvaluation evaluation, CancellationToken cancellation)
    {
        await JsonAsync(folder, "evaluation.json", evaluation, cancellation);
        var query = $"version={Uri.EscapeDataString(evaluation.Version)}&dataset={evaluation.Dataset}&datasetVersion={evaluation.DatasetVersion}&on={evaluation.On}&format=html";
        await PageAsync(app, folder, "evaluation.html", $"v1/models/{evaluation.Model}/images/evaluate?{query}", cancellation);
    }

    static async Task JsonAsync<T>(string folder, string file, T report, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, file), JsonSerializer.SerializeToUtf8Bytes(report, Readable), cancellation);
    }

    static async Task PageAsync(WebApplication app, string folder, string file, string address, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        await File.WriteAllBytesAsync(Path.Combine(folder, file), await http.GetByteArrayAsync(address, cancellation), cancellation);
    }
}
