using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.Images.References;
using AspireMl.Modeling.Tabular;
using AspireMl.Statistics.Embeddings;
using AspireMl.Storage.Documents;
using AspireMl.Storage.Images;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Monitoring.Worker.Tests.Harness;

/// <summary>A classifier of three colours with a reference in its package, and answers to images whose embeddings tests make up.</summary>
sealed class Painter(IServiceProvider services)
{
    public const string Model = "colours";
    public const string Version = "1.0.0";
    public const int EmbeddingSize = 12;
    public const int Components = 6;

    public static readonly DateTimeOffset AnswersStart = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    static readonly string[] Labels = ["red", "green", "blue"];

    /// <summary>Registers the model with the reference of some images, or without one.</summary>
    public async Task<Painter> CreateAsync(int references = 300)
    {
        // The graph is never run here.
        var files = new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["model.onnx"] = new LinearGraph([0], [1], 0).ToOnnx("colours"),
            ["sample.json"] = "{}"u8.ToArray(),
        };
        if (references > 0)
        {
            files["reference.bin"] = Reference(Images(references, 1)).ToBytes();
        }

        await ChampionPackage.InstallAsync(services, Card(references > 0 ? "reference.bin" : null), files);
        return this;
    }

    /// <summary>Images: which colour they show, and what the model's last layer saw.</summary>
    public static (int Label, float[] Embedding)[] Images(int count, int seed, double shift = 0, double redShare = 1 / 3.0)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var label = random.NextDouble() < redShare ? 0 : 1 + random.Next(2);
            return (label, Enumerable.Range(0, EmbeddingSize).Select(component => (float)(Readings.Normal(random) + (component == label ? 3 : 0) + shift)).ToArray());
        })];
    }

    /// <summary>Records answers, a second apart, and gives their ids.</summary>
    public async Task<Guid[]> AnswerAsync((int Label, float[] Embedding)[] images, DateTimeOffset start, string version = Version)
    {
        ImageInference[] answers = [.. images.Select((image, place) => new ImageInference(
            Guid.CreateVersion7(), start.AddSeconds(place), Model, version, image.Embedding, Probabilities(image.Label), new('b', 64)))];
        await services.GetRequiredService<IImageInferenceStore>().RecordAsync(answers, default);
        await services.GetRequiredService<IInferenceStore>().RecordAsync([.. answers.Zip(images, Record)], default);
        return [.. answers.Select(answer => answer.InferenceId)];
    }

    /// <summary>Says that answers are wrong, and what would be right.</summary>
    public async Task CorrectAsync(IEnumerable<Guid> answers, string label)
    {
        foreach (var answer in answers)
        {
            await services.GetRequiredService<IInferenceStore>().AddFeedbackAsync(
                new(Guid.CreateVersion7(), answer, new(Feedback.Incorrect, label, AnswersStart.AddHours(1))), default);
        }
    }

    static InferenceRecord Record(ImageInference answer, (int Label, float[] Embedding) image) => new()
    {
        InferenceId = answer.InferenceId,
        CreatedAt = answer.CreatedAt,
        Task = ModelTasks.ImageClassification,
        Model = new(Model, answer.Version),
        InputHash = answer.InputHash,
        MediaType = "image/png",
        Answer = Labels[image.Label],
    };

    static DriftReference Reference((int Label, float[] Embedding)[] images)
    {
        var projection = new RandomProjection(7, EmbeddingSize, Components);
        return new()
        {
            Seed = 7,
            EmbeddingSize = EmbeddingSize,
            Components = Components,
            LabelCount = Labels.Length,
            Projections = [.. images.SelectMany(image => projection.Project(image.Embedding))],
            Probabilities = [.. images.SelectMany(image => Probabilities(image.Label))],
            Labels = [.. images.Select(image => image.Label)],
        };
    }

    static float[] Probabilities(int label) => [.. Enumerable.Range(0, 3).Select(place => place == label ? 0.8f : 0.1f)];

    static ModelCard Card(string? reference) => new()
    {
        Name = Model,
        Version = Version,
        Task = ModelTasks.ImageClassification,
        Description = "For tests.",
        License = "MIT",
        Architecture = "convolutional",
        Files = new Dictionary<string, string>(),
        Graph = "model.onnx",
        Inputs = [],
        Outputs = [],
        Sample = "sample.json",
        Image = new()
        {
            Width = 8,
            Height = 8,
            Colours = ImageColours.Rgb,
            Mean = [0, 0, 0],
            Deviation = [1, 1, 1],
            Activation = ImageActivations.Softmax,
            Labels = Labels,
            Logits = "logits",
            Embedding = "embedding",
            Reference = reference,
        },
    };
}
