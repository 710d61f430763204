namespace AspireMl.Contracts.Models;

/// <summary>How a package of an image classifier prepares images, and what its graph gives: the part of its card that other packages lack.</summary>
public sealed record ImageCard
{
    /// <summary>Width of the graph's input in pixels, 1 to 2,048.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the graph's input in pixels, 1 to 2,048.</summary>
    public required int Height { get; init; }

    /// <summary>One of <see cref="ImageResizing"/>; <see cref="ImageResizing.Stretch"/> when left out.</summary>
    public string? Resize { get; init; }

    /// <summary>Pixels of the shorter side before the centre is cut out, from the longer side of the input to 4,096; for <see cref="ImageResizing.Crop"/> only.</summary>
    public int? ShorterSide { get; init; }

    /// <summary>One of <see cref="ImageColours"/>: the order of the graph's planes.</summary>
    public required string Colours { get; init; }

    /// <summary>What is taken off each plane, in the order of <see cref="Colours"/>, once values are scaled to 0..1; from -1 to 1.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>What each plane is divided by after <see cref="Mean"/> is taken off; from 0.001 to 10.</summary>
    public required IReadOnlyList<double> Deviation { get; init; }

    /// <summary>One of <see cref="ImageActivations"/>: how logits become probabilities.</summary>
    public required string Activation { get; init; }

    /// <summary>The classes in the order of the logits, 2 to 10,000; null where <see cref="LabelsFile"/> holds them.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>The package's file that holds the classes, one a line, in UTF-8; null where <see cref="Labels"/> holds them.</summary>
    public string? LabelsFile { get; init; }

    /// <summary>Logits are divided by it, from 0.01 to 100; 1 when left out.</summary>
    public double? Temperature { get; init; }

    /// <summary>Name of the tensor float32 [images, labels], an output of the graph or one within it.</summary>
    public required string Logits { get; init; }

    /// <summary>Name of the last maps float32 [images, channels, rows, columns], an output of the graph or a tensor within it; null when answers cannot be explained.</summary>
    public string? Maps { get; init; }

    /// <summary>Name of the embedding float32 [images, components], or with further dimensions of 1, an output of the graph or a tensor within it; null when there is none.</summary>
    public string? Embedding { get; init; }

    /// <summary>The package's file with the drift reference of the version, or null.</summary>
    public string? Reference { get; init; }
}
