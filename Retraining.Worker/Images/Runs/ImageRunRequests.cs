using System.ComponentModel.DataAnnotations;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.Storage.Datasets;
using AspireMl.Storage.ImageDatasets;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>Fixes what a request for a run leaves open, so that the run can be repeated and comes to the same end.</summary>
internal sealed class ImageRunRequests(IImageDatasetStore images, IDatasetStore tables, RegisteredPackages packages)
{
    const double LeastPenalty = 1e-6;
    const double MostPenalty = 100;

    /// <summary>What is wrong with a request, in a sentence; null when nothing is.</summary>
    public static string? DefectOf(ImageRunRequest request) =>
        Defect(request.Training) ?? (request.Checks is { } checks ? Defect(checks) : null)
        ?? (request.Training.Penalties.All(penalty => penalty is >= LeastPenalty and <= MostPenalty) ? null : "Penalties are numbers from 0.000001 to 100.");

    /// <summary>The request with dataset, backbone and their versions; as it was for models of rows.</summary>
    /// <exception cref="InvalidDataException">Something that it names is not there; a sentence.</exception>
    public async Task<RetrainRequest> ResolveAsync(string model, RetrainRequest request, CancellationToken cancellation)
    {
        if (request.Image is null && await tables.FindAsync(model, cancellation) is not null)
        {
            return request;
        }

        var image = request.Image ?? new();
        var dataset = image.Dataset ?? model;
        var version = await images.FindAsync(dataset, image.DatasetVersion, cancellation);
        if (version is null)
        {
            return request.Image is null ? request : throw new InvalidDataException(image.DatasetVersion is { } number
                ? $"The image dataset {dataset} has no version {number}; GET /v1/image-datasets/{dataset}/versions lists them."
                : $"There is no image dataset named {dataset}; POST /v1/image-datasets/{dataset}/versions imports one.");
        }

        var backbone = image.Backbone ?? model;
        var backboneVersion = image.BackboneVersion ?? await packages.FindChampionAsync(backbone, cancellation)
            ?? throw new InvalidDataException(image.Backbone is null
                ? $"The model {model} has no champion whose embedding a new head could take; name another model as backbone."
                : $"The model {backbone} has no champion; name a version of it as backboneVersion.");
        await (await packages.OpenAsync(backbone, backboneVersion, cancellation)).DisposeAsync();
        return request with { Image = image with { Dataset = dataset, DatasetVersion = version.Number, Backbone = backbone, BackboneVersion = backboneVersion } };
    }

    static string? Defect(object part)
    {
        var defects = new List<ValidationResult>();
        return Validator.TryValidateObject(part, new(part), defects, validateAllProperties: true) ? null : string.Join(' ', defects.Select(defect => defect.ErrorMessage));
    }
}
