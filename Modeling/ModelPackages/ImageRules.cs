using AspireMl.Contracts.Models;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>What the image part of a card must say.</summary>
static class ImageRules
{
    public const int MostLabels = 10_000;
    const int LeastLabels = 2;
    const int LongestLabel = 200;
    const int LongestTensor = 200;
    const int MostPixels = 2048;
    const int MostShorterSide = 4096;
    const int Channels = 3;

    /// <summary>What is wrong with the image part of a card; a sentence each.</summary>
    public static IEnumerable<string> Defects(ModelCard card, ImageCard image)
    {
        if (card.Task != ModelTasks.ImageClassification)
        {
            yield return $"model.json: image belongs to the task {ModelTasks.ImageClassification} only.";
        }

        foreach (var defect in SizeDefects(image).Concat(ColourDefects(image)).Concat(OutputDefects(image)).Concat(FileDefects(card, image)))
        {
            yield return $"model.json: {defect}";
        }
    }

    /// <summary>What is wrong with labels, as the end of a sentence; null when nothing is.</summary>
    public static string? LabelDefect(IReadOnlyList<string> labels) =>
        labels.Count is < LeastLabels or > MostLabels ? $"must hold {LeastLabels} to {MostLabels} labels, not {labels.Count}."
        : labels.Any(label => label is null or { Length: 0 or > LongestLabel } || label.Any(char.IsControl)) ? $"holds a label that does not have 1 to {LongestLabel} characters without control characters."
        : labels.GroupBy(label => label, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice ? $"holds the label {CardRules.Shown(twice.Key)} twice."
        : null;

    static IEnumerable<string> SizeDefects(ImageCard image)
    {
        if (image.Width is < 1 or > MostPixels || image.Height is < 1 or > MostPixels)
        {
            yield return $"image.width and image.height must be 1 to {MostPixels}.";
        }

        if (image.Resize is not (null or ImageResizing.Stretch or ImageResizing.Crop))
        {
            yield return $"image.resize must be {ImageResizing.Stretch} or {ImageResizing.Crop}.";
        }

        if (image.Resize == ImageResizing.Crop && !(image.ShorterSide <= MostShorterSide && image.ShorterSide >= Math.Max(image.Width, image.Height)))
        {
            yield return $"image.shorterSide must be from the longer side of the input to {MostShorterSide} where image.resize is {ImageResizing.Crop}.";
        }

        if (image.Resize != ImageResizing.Crop && image.ShorterSide is not null)
        {
            yield return $"image.shorterSide is for {ImageResizing.Crop} only.";
        }
    }

    static IEnumerable<string> ColourDefects(ImageCard image)
    {
        if (image.Colours is not (ImageColours.Rgb or ImageColours.Bgr))
        {
            yield return $"image.colours must be {ImageColours.Rgb} or {ImageColours.Bgr}.";
        }

        if (image.Mean.Count != Channels || !image.Mean.All(mean => mean is >= -1 and <= 1))
        {
            yield return $"image.mean must hold {Channels} numbers from -1 to 1.";
        }

        if (image.Deviation.Count != Channels || !image.Deviation.All(deviation => deviation is >= 0.001 and <= 10))
        {
            yield return $"image.deviation must hold {Channels} numbers from 0.001 to 10.";
        }
    }

    static IEnumerable<string> OutputDefects(ImageCard image)
    {
        if (image.Activation is not (ImageActivations.Softmax or ImageActivations.Sigmoid))
        {
            yield return $"image.activation must be {ImageActivations.Softmax} or {ImageActivations.Sigmoid}.";
        }

        if (image.Temperature is not (null or (>= 0.01 and <= 100)))
        {
            yield return "image.temperature must be from 0.01 to 100.";
        }

        string?[] tensors = [image.Logits, image.Maps, image.Embedding];
        if (tensors.OfType<string>().Any(tensor => tensor.Length is 0 or > LongestTensor || tensor.Any(char.IsControl)))
        {
            yield return $"image.logits, image.maps and image.embedding must name tensors in 1 to {LongestTensor} characters.";
        }

        if (tensors.OfType<string>().Distinct(StringComparer.Ordinal).Count() != tensors.Count(tensor => tensor is not null))
        {
            yield return "image.logits, image.maps and image.embedding must be different tensors.";
        }
    }

    static IEnumerable<string> FileDefects(ModelCard card, ImageCard image)
    {
        if (image.Labels is null == image.LabelsFile is null)
        {
            yield return "image must hold either labels or labelsFile.";
        }

        if (image.Labels is { } labels && LabelDefect(labels) is { } defect)
        {
            yield return $"image.labels {defect}";
        }

        foreach (var (field, file) in ((string, string?)[])[("labelsFile", image.LabelsFile), ("reference", image.Reference)])
        {
            if (file is not null && !card.Files.ContainsKey(file))
            {
                yield return $"image.{field} names {CardRules.Shown(file)}, which is not among files.";
            }
        }
    }
}
