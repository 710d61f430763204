using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>What a run of an image classifier works on.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Version">The images.</param>
/// <param name="Request">How to learn.</param>
/// <param name="Seed">Seed of all draws.</param>
/// <param name="Backbone">What sees the images.</param>
/// <param name="Champion">The version to beat, or null; may be the backbone.</param>
internal sealed record ImageRunInput(string Model, ImageDatasetVersion Version, ImageRunRequest Request, int Seed, ImageBackbone Backbone, ImageBackbone? Champion);
