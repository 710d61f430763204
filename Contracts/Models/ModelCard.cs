using System.Text.Json.Serialization;

namespace AspireMl.Contracts.Models;

/// <summary>What a model package says of itself: the content of its <c>model.json</c>.</summary>
public sealed record ModelCard
{
    /// <summary>Lower-case letters, digits and hyphens, at most 64.</summary>
    public required string Name { get; init; }

    /// <summary>A semantic version.</summary>
    public required string Version { get; init; }

    /// <summary>One of <see cref="ModelTasks"/>.</summary>
    public required string Task { get; init; }

    /// <summary>What the model is for and what it is not, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>SPDX expression.</summary>
    public required string License { get; init; }

    /// <summary>The kind of reader or head that serves the graph, for example <c>span-reader</c> or <c>layoutlmv3</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Files of the package by relative path, each with its SHA-256 in lower-case hex.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>The ONNX graph's file among <see cref="Files"/>.</summary>
    public required string Graph { get; init; }

    /// <summary>The graph's inputs.</summary>
    public required IReadOnlyList<TensorCard> Inputs { get; init; }

    /// <summary>The graph's outputs.</summary>
    public required IReadOnlyList<TensorCard> Outputs { get; init; }

    /// <summary>Names of the features, in the order of the graph's feature columns.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Types, ranges and target of a tabular package; null for others.</summary>
    public TabularCard? Tabular { get; init; }

    /// <summary>Preprocessing, labels and tensors of an image classifier; null for others.</summary>
    public ImageCard? Image { get; init; }

    /// <summary>Numbers and words that the serving code needs, by name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Metrics on named datasets: dataset, then metric, then value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Metrics { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, double>>();

    /// <summary>SHA-256 over the training data, or null when it is not known.</summary>
    public string? TrainingDataHash { get; init; }

    /// <summary>Version of the code that trained the model.</summary>
    public string? CodeVersion { get; init; }

    /// <summary>A sample input in the package that must give a known output before the model is ready.</summary>
    public string? Sample { get; init; }
}

/// <summary>A tensor of a graph.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Type">Element type: <c>float32</c>, <c>int64</c> and so on.</param>
/// <param name="Shape">Its dimensions; -1 where free.</param>
public sealed record TensorCard(string Name, string Type, IReadOnlyList<long> Shape);

/// <summary>The tasks that packages may have.</summary>
public static class ModelTasks
{
    /// <summary>Answers questions about a document.</summary>
    public const string DocumentQuestion = "document-question";

    /// <summary>Names what an image shows.</summary>
    public const string ImageClassification = "image-classification";

    /// <summary>Predicts a number from a row.</summary>
    public const string TabularRegression = "tabular-regression";

    /// <summary>Predicts a class from a row.</summary>
    public const string TabularClassification = "tabular-classification";
}

/// <summary>A model that a service can answer with.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Task">Its task.</param>
/// <param name="Ready">True once the champion is loaded and its sample was answered.</param>
/// <param name="Status">A sentence when it is not ready; null when it is.</param>
/// <param name="Aliases">Alias to version, for example <c>champion</c> to <c>1.0.0</c>.</param>
/// <param name="Versions">Cards of the known versions, newest first.</param>
public sealed record ModelSummary(
    string Name,
    string Task,
    bool Ready,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Status,
    IReadOnlyDictionary<string, string> Aliases,
    IReadOnlyList<ModelCard> Versions);
