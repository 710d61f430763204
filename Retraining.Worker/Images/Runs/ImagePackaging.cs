using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Retraining.Worker.Images.Evaluation;
using AspireMl.Retraining.Worker.Images.Training;
using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>Packs a trained head with its backbone and has the package answer the testing images as the trainer did.</summary>
internal sealed class ImagePackaging(ImageDecoder decoder, IObjectStore objects)
{
    const float Tolerance = 1e-3f;
    const int Digits = 6;

    /// <summary>Packs it.</summary>
    /// <returns>The package as a .zip.</returns>
    /// <exception cref="InvalidOperationException">The package answers otherwise than the trainer; a sentence.</exception>
    public async Task<byte[]> PackAsync(
        ImageRunInput input, SplitImages images, SeenImages seen, TrainedHead trained, ImageRunResult found, HeadAnswers answers, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-run-").FullName;
        try
        {
            using var picture = await DecodeAsync(images.Validation[0], cancellation);
            var package = HeadExport.Write(
                Path.Combine(folder, "package"), Card(input, found), input.Backbone, trained, images.Classes, picture, References.Of(seen.Validation, answers.Validation));
            await VerifyAsync(package, images.Testing, answers.Testing.Probabilities, cancellation);
            using var archive = new MemoryStream();
            package.WriteArchive(archive);
            return archive.ToArray();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    async Task<DecodedImage> DecodeAsync(ImageEntry entry, CancellationToken cancellation) => decoder.DecodeSingle(
        await ObjectBytes.ReadAsync(objects, entry.Sha256, cancellation) ?? throw new InvalidDataException($"The image {entry.Path} is not in the object store any more; import the dataset again."),
        cancellation);

    async Task VerifyAsync(ModelPackage package, IReadOnlyList<ImageEntry> entries, IReadOnlyList<float[]> expected, CancellationToken cancellation)
    {
        using var model = ImageModel.Open(package);
        var served = await new ImageEmbedder(model, decoder, objects).RunAsync(entries, null, _ => { }, cancellation);
        for (var row = 0; row < served.Count; row++)
        {
            var largest = served[row][0].Probabilities.Zip(expected[row]).Max(pair => MathF.Abs(pair.First - pair.Second));
            if (!(largest <= Tolerance))
            {
                throw new InvalidOperationException($"The package's probabilities of {entries[row].Path} differ from its trainer's by {largest}; it must not be used.");
            }
        }
    }

    static ModelCard Card(ImageRunInput input, ImageRunResult found) => new()
    {
        Name = input.Model,
        Version = ImagePackageVersion.Of(input),
        Task = ModelTasks.ImageClassification,
        Description = input.Champion?.Card.Description ?? $"Tells the classes of the image dataset {input.Version.Dataset} apart.",
        License = input.Backbone.Card.License,
        Architecture = input.Backbone.Card.Architecture,
        Files = new Dictionary<string, string>(),
        Graph = "",
        Inputs = [],
        Outputs = [],
        Settings = found.Parameters,
        Metrics = found.Evaluation is { } evaluation
            ? new Dictionary<string, IReadOnlyDictionary<string, double>> { [$"{input.Version.Dataset}/{ImageSplits.Testing}"] = Metrics(evaluation) }
            : new Dictionary<string, IReadOnlyDictionary<string, double>>(),
        TrainingDataHash = input.Version.ManifestHash,
    };

    static Dictionary<string, double> Metrics(ImageEvaluation evaluation) =>
        EvaluationFigures.Of(evaluation).ToDictionary(figure => figure.Name, figure => Math.Round(figure.Value, Digits));
}
