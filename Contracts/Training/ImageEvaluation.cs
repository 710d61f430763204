namespace AspireMl.Contracts.Training;

/// <summary>How a version of an image classifier does on labelled images.</summary>
public sealed record ImageEvaluation
{
    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>The image dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The dataset's version.</summary>
    public required int DatasetVersion { get; init; }

    /// <summary>The split, one of <see cref="ImageDatasets.ImageSplits"/>.</summary>
    public required string On { get; init; }

    /// <summary>How many images.</summary>
    public required int Images { get; init; }

    /// <summary>Share of the images that were called what they are.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Mean cross-entropy; 0 is perfect.</summary>
    public required double LogLoss { get; init; }

    /// <summary>Mean of the classes' precision; 0 for a class that was never called.</summary>
    public required double MacroPrecision { get; init; }

    /// <summary>Mean of the classes' recall.</summary>
    public required double MacroRecall { get; init; }

    /// <summary>Mean of the classes' F1.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Mean of the classes' areas under the ROC curve, each against all others; null where there is none.</summary>
    public double? MacroAuc { get; init; }

    /// <summary>Expected calibration error in 15 bins, as it answers.</summary>
    public required double Ece { get; init; }

    /// <summary>The same before its temperature; null where that is not known.</summary>
    public double? EceUncalibrated { get; init; }

    /// <summary>What its logits are divided by.</summary>
    public required double Temperature { get; init; }

    /// <summary>By class, in the order of <see cref="Confusion"/>.</summary>
    public required IReadOnlyList<ImageClassResult> Classes { get; init; }

    /// <summary>Class by class, how often it was called each.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>Answers by confidence, from low to high.</summary>
    public required IReadOnlyList<ConfidenceBin> Calibration { get; init; }

    /// <summary>Images that were called something else, the most confident first.</summary>
    public required IReadOnlyList<WorstImage> Worst { get; init; }
}
