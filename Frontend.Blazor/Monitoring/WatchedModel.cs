using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Monitoring;

namespace AspireMl.Frontend.Blazor.Monitoring;

/// <summary>A model that can be watched.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SeesImages">Whether it is asked about images; about rows if not.</param>
public sealed record WatchedModel(string Name, bool SeesImages)
{
    /// <summary>The kinds of reports that there can be of it.</summary>
    public IReadOnlyList<string> Kinds => SeesImages ? [ReportKinds.EmbeddingDrift] : [.. ReportKinds.All.Where(kind => kind != ReportKinds.EmbeddingDrift)];

    /// <summary>What can be watched: models with reference rows, and classifiers, whose reference is in their package.</summary>
    /// <exception cref="ApiException">The lists cannot be had.</exception>
    public static async Task<IReadOnlyList<WatchedModel>> ListAsync(DatasetClient datasets, InferenceClient inference, CancellationToken cancellation)
    {
        var rows = await datasets.ListAsync(cancellation);
        var models = await inference.ListModelsAsync(cancellation);
        return
        [
            .. rows.Select(dataset => new WatchedModel(dataset.Name, SeesImages: false)),
            .. models.Where(model => model.Task == ModelTasks.ImageClassification).Select(model => new WatchedModel(model.Name, SeesImages: true)),
        ];
    }
}
