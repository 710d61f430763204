using System.Globalization;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Frontend.Blazor.Charts;
using AspireMl.Frontend.Blazor.Components;

namespace AspireMl.Frontend.Blazor.ImageDatasets;

/// <summary>Versions of image datasets in words and pictures.</summary>
internal static class VersionText
{
    /// <summary>How many images a version has.</summary>
    public static int Images(ImageDatasetVersion version) => version.Counts.Sum(count => count.Images);

    /// <summary>Its classes in order.</summary>
    public static IReadOnlyList<string> Labels(ImageDatasetVersion version) => [.. version.Counts.Select(count => count.Label).Distinct()];

    /// <summary>How many images of a class a split has.</summary>
    public static int Images(ImageDatasetVersion version, string label, string split) =>
        version.Counts.Where(count => count.Label == label && count.Split == split).Sum(count => count.Images);

    /// <summary>A number of images.</summary>
    public static string Count(int images) => images.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Classes as bars, a series for each split that has images.</summary>
    public static ChartData Bars(ImageDatasetVersion version)
    {
        var labels = Labels(version);
        var splits = ImageSplits.All.Where(split => version.Counts.Any(count => count.Split == split));
        return new("bar", "count", labels, [.. splits.Select(split => new ChartSeries(Words.Title(split), [.. labels.Select(label => (double?)Images(version, label, split))]))]);
    }

    /// <summary>The same as a table.</summary>
    public static ChartTable Table(ImageDatasetVersion version) => new(
        ["Class", .. ImageSplits.All.Select(Words.Title)],
        [.. Labels(version).Select(label => (IReadOnlyList<string>)[label, .. ImageSplits.All.Select(split => Count(Images(version, label, split)))])]);
}
