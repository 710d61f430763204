using System.Formats.Tar;
using System.IO.Compression;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.Images.References;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Testing;

namespace AspireMl.Modeling.Tests.Images;

/// <summary>The classifier that the product is delivered with.</summary>
public sealed class Objects10Tests
{
    const int MostBytes = 4 << 20;
    const int Looked = 500;

    static readonly string Folder = Path.Combine(RepositoryRoot.Path, "models", "objects-10");

    static readonly string Tests = Path.Combine(SharedImagesFactAttribute.Folder, "cifar10-test.tar.gz");

    [Fact]
    public void It_answers_its_sample_and_brings_a_reference_of_what_images_look_like_to_it()
    {
        var package = ModelPackage.Open(Folder);
        using var model = ImageModel.Open(package);
        var reference = DriftReference.Of(package)!;

        Assert.Equal(10, model.Labels.Count);
        Assert.True(model.CanExplain);
        Assert.Equal((model.EmbeddingSize, 10, 1000), (reference.EmbeddingSize, reference.LabelCount, reference.Images));
        Assert.Equal(Enumerable.Range(0, 10), reference.Labels.Distinct().Order());
    }

    [Fact]
    public void It_is_small() =>
        Assert.InRange(Directory.EnumerateFiles(Folder).Sum(file => new FileInfo(file).Length), 1, MostBytes);

    [Fact]
    public void Its_confusion_matrix_gives_the_accuracy_of_its_card()
    {
        var rows = File.ReadLines(Path.Combine(Folder, "confusion.csv")).Skip(1).Select(line => line.Split(',').Skip(1).Select(int.Parse).ToArray()).ToArray();

        Assert.Equal(ModelPackage.Open(Folder).Card.Metrics["test"]["accuracy"], rows.Index().Sum(row => row.Item[row.Index]) / (double)rows.Sum(row => row.Sum()), 6);
    }

    [SharedImagesFact]
    public void It_is_as_accurate_on_test_images_as_its_card_says()
    {
        var package = ModelPackage.Open(Folder);
        using var model = ImageModel.Open(package);
        using var decoder = new ImageDecoder(new());
        var (right, all) = (0, 0);
        foreach (var (label, file) in Images())
        {
            using var image = decoder.DecodeSingle(file);
            var probabilities = model.Classify([image], explain: false)[0].Probabilities;
            right += model.Labels[probabilities.AsSpan().IndexOf(probabilities.Max())] == label ? 1 : 0;
            all++;
        }

        // Four standard errors of a share of so many images.
        Assert.InRange((double)right / all, package.Card.Metrics["test"]["accuracy"] - 0.06, 1);
    }

    // Some of each class, spread over the archive.
    static IEnumerable<(string Label, byte[] File)> Images()
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(Tests), CompressionMode.Decompress));
        var number = 0;
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data && number++ % (9000 / Looked) == 0)
            {
                var file = new byte[data.Length];
                data.ReadExactly(file);
                yield return (entry.Name.Split('/')[^2], file);
            }
        }
    }
}
