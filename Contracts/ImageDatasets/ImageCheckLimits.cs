using System.ComponentModel.DataAnnotations;

namespace AspireMl.Contracts.ImageDatasets;

/// <summary>What images may be learned from. Beyond a limit a run stops; anything found below it is a warning.</summary>
public sealed record ImageCheckLimits
{
    /// <value>Least training images of each class. Default 10, from 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int LeastTraining { get; init; } = 10;

    /// <value>Least validation images, and least testing images, of each class. Default 3, from 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int LeastHeldOut { get; init; } = 3;

    /// <value>Most classes. Default 250, from 2 to 1,000.</value>
    [Range(2, 1000)]
    public int MostClasses { get; init; } = 250;

    /// <value>Largest share of images that cannot be decoded. Default 0.05.</value>
    [Range(0, 1.0)]
    public double Unreadable { get; init; } = 0.05;

    /// <value>Largest share of images that repeat one of their own split and class. Default 0.5.</value>
    [Range(0, 1.0)]
    public double Duplicates { get; init; } = 0.5;

    /// <value>Largest share of validation and testing images that stand in an earlier split too. Default 0.02.</value>
    [Range(0, 1.0)]
    public double Leaks { get; init; } = 0.02;

    /// <value>
    /// Largest share of images that look like another one of their split, and of validation and testing images that look like one of an
    /// earlier split, although their files differ. Default 1: there is a warning, but no stop.
    /// </value>
    [Range(0, 1.0)]
    public double NearDuplicates { get; init; } = 1;

    /// <value>In how many of the 64 bits of their difference hashes images may differ that look alike. Default 3, from 0 to 7.</value>
    [Range(0, 7)]
    public int NearDistance { get; init; } = 3;

    /// <value>Largest share of images that stand under two classes. Default 0.02.</value>
    [Range(0, 1.0)]
    public double Conflicts { get; init; } = 0.02;

    /// <value>Least share that the smallest class's training images may have of the largest class's. Default 0.01.</value>
    [Range(0, 1.0)]
    public double Balance { get; init; } = 0.01;

    /// <value>Largest share of images whose size or brightness is far from the others'. Default 0.25.</value>
    [Range(0, 1.0)]
    public double Outliers { get; init; } = 0.25;

    /// <value>Largest Kolmogorov-Smirnov distance of size and of brightness between training and testing images. Default 0.6.</value>
    [Range(0, 1.0)]
    public double Drift { get; init; } = 0.6;
}
