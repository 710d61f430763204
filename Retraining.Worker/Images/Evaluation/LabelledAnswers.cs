using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Retraining.Worker.Images.Evaluation;

/// <summary>Images with the answers to them.</summary>
/// <param name="Classes">All classes, those of the images and those of the model.</param>
/// <param name="Entries">The images.</param>
/// <param name="Labels">The place of each image's class.</param>
/// <param name="Probabilities">The probability of each class, image by image.</param>
/// <param name="Uncalibrated">The same before the model's temperature, or null.</param>
internal sealed record LabelledAnswers(
    IReadOnlyList<string> Classes, IReadOnlyList<ImageEntry> Entries, IReadOnlyList<int> Labels, IReadOnlyList<float[]> Probabilities, IReadOnlyList<float[]>? Uncalibrated = null)
{
    /// <summary>Answers of a model that may know other classes than the images have: those that only one of them has get probability 0.</summary>
    public static LabelledAnswers Of(IReadOnlyList<ImageEntry> entries, IReadOnlyList<string> modelClasses, IReadOnlyList<float[]> probabilities)
    {
        string[] unknown = [.. entries.Select(entry => entry.Label).Distinct().Except(modelClasses).Order(StringComparer.Ordinal)];
        string[] classes = [.. modelClasses, .. unknown];
        var places = classes.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
        return new(classes, entries, [.. entries.Select(entry => places[entry.Label])], [.. probabilities.Select(row => (float[])[.. row, .. new float[unknown.Length]])]);
    }
}
