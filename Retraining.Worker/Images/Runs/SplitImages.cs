using AspireMl.Contracts.ImageDatasets;
using AspireMl.Retraining.Worker.Images.Checks;
using AspireMl.Retraining.Worker.Images.Training;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>The images of a version that can be decoded, by split, each in order of their hashes, which have nothing to do with their classes.</summary>
internal sealed class SplitImages
{
    readonly Dictionary<string, int> _places;

    public SplitImages(IEnumerable<ImageFacts> facts)
    {
        ImageEntry[] readable =
        [
            .. facts.Where(fact => fact.Defect is null).Select(fact => fact.Entry)
                .OrderBy(entry => entry.Sha256, StringComparer.Ordinal).ThenBy(entry => entry.Path, StringComparer.Ordinal),
        ];
        Classes = [.. readable.Select(entry => entry.Label).Distinct().Order(StringComparer.Ordinal)];
        _places = Classes.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        (Training, Validation, Testing) = (Of(ImageSplits.Training), Of(ImageSplits.Validation), Of(ImageSplits.Testing));

        ImageEntry[] Of(string split) => [.. readable.Where(entry => entry.Split == split)];
    }

    /// <summary>The classes in order.</summary>
    public IReadOnlyList<string> Classes { get; }

    public IReadOnlyList<ImageEntry> Training { get; }

    public IReadOnlyList<ImageEntry> Validation { get; }

    public IReadOnlyList<ImageEntry> Testing { get; }

    /// <summary>Embeddings with the classes of their images.</summary>
    /// <param name="entries">The images.</param>
    /// <param name="embeddings">Those of each image and its views.</param>
    public EmbeddedImages Label(IReadOnlyList<ImageEntry> entries, IReadOnlyList<IReadOnlyList<Modeling.Images.ImageClassification>> embeddings) => new(
        [.. embeddings.SelectMany(views => views).Select(view => view.Embedding)],
        [.. entries.SelectMany((entry, row) => Enumerable.Repeat(_places[entry.Label], embeddings[row].Count))]);
}
