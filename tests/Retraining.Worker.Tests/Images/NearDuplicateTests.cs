using System.Numerics;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.Decoding;
using AspireMl.Retraining.Worker.Images.Checks;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Retraining.Worker.Tests.Images;

public sealed class NearDuplicateTests
{
    static readonly ImageDatasetVersion Version = new("birds", 1, "hash", null, DateTimeOffset.UnixEpoch, "Ada", "test", []);

    // Few bits, so that many hashes are near each other.
    static readonly Arbitrary<(ulong[] Hashes, int Distance)> Hashes = (
        from bits in Gen.Choose(0, 63).ArrayOf(4).ArrayOf()
        from distance in Gen.Choose(0, NearHashes.MostDistance)
        select (Array.ConvertAll(bits, set => set.Aggregate(0UL, (hash, bit) => hash | (1UL << bit))), distance)).ToArbitrary();

    [Fact]
    public void Near_hashes_are_those_that_comparing_each_with_each_finds() => Prop.ForAll(Hashes, given =>
    {
        var near = new NearHashes(given.Hashes, given.Distance);
        return Enumerable.Range(0, given.Hashes.Length).All(place => near.Before(place).Distinct().Order().SequenceEqual(
            Enumerable.Range(0, place).Where(other => BitOperations.PopCount(given.Hashes[other] ^ given.Hashes[place]) <= given.Distance)));
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void An_image_that_is_darker_smaller_or_compressed_keeps_its_hash_nearly_and_another_one_has_another()
    {
        using var image = Hills(64, 1, 1);
        using var darker = Hills(64, 1, 0.6);
        using var smaller = Hills(32, 1, 1);
        using var other = Hills(64, 2, 1);
        using var decoder = new ImageDecoder(new());
        using var compressed = decoder.DecodeSingle(ImagePreview.Jpeg(image, 64));

        Assert.InRange(Distance(image, darker), 0, 3);
        Assert.InRange(Distance(image, smaller), 0, 3);
        Assert.InRange(Distance(image, compressed), 0, 3);
        Assert.InRange(Distance(image, other), 12, 64);
    }

    [Fact]
    public void An_image_without_contrast_has_no_hash()
    {
        using var plain = new DecodedImage(20, 20);
        plain.Pixels.Fill(90);
        plain.Pixels[5] = 95;

        Assert.Null(DifferenceHash.Of(plain));
    }

    [Fact]
    public void Images_that_look_alike_are_warned_of_within_and_across_splits_and_shown_beside_each_other()
    {
        var report = ImageChecks.Run(Version, Facts(), new());

        var within = report.Checks.Single(check => check.Name == "near-duplicates");
        Assert.Equal((CheckSeverities.Warning, 2 / 6.0), (within.Severity, within.Value));
        Assert.Equal(["b", "a", "e", "d"], within.Examples.Select(entry => entry.Path));
        var across = report.Checks.Single(check => check.Name == "near-duplicates-across-splits");
        Assert.Equal((CheckSeverities.Warning, 2 / 3.0), (across.Severity, across.Value));
        Assert.Equal(["e", "c"], across.Examples.Take(2).Select(entry => entry.Path));
    }

    [Fact]
    public void The_distance_and_the_share_that_stops_a_run_can_be_chosen()
    {
        Assert.Equal(CheckSeverities.Passed, Across(new() { NearDistance = 0 }).Severity);
        Assert.Equal(CheckSeverities.Stop, Across(new() { NearDuplicates = 0.5 }).Severity);

        static ImageCheck Across(ImageCheckLimits limits) => ImageChecks.Run(Version, Facts(), limits).Checks.Single(check => check.Name == "near-duplicates-across-splits");
    }

    // b is like a; e and f are like c; d repeats c's file, which is the matter of another check, and e is like it too.
    static ImageFacts[] Facts() =>
    [
        Fact("a", "1", ImageSplits.Training, 0xFF00FF00FF00FF00),
        Fact("b", "2", ImageSplits.Training, 0xFF00FF00FF00FF01),
        Fact("c", "3", ImageSplits.Training, 0x0F0F0F0F0F0F0F0F),
        Fact("d", "3", ImageSplits.Validation, 0x0F0F0F0F0F0F0F0F),
        Fact("e", "4", ImageSplits.Validation, 0x0F0F0F0F0F0F0F1F),
        Fact("f", "5", ImageSplits.Testing, 0x0F0F0F0F0F0F0F8E),
    ];

    static ImageFacts Fact(string path, string sha256, string split, ulong look) => new(new(path, sha256, "owl", split), 1000, 100) { Look = look };

    static int Distance(DecodedImage one, DecodedImage other) =>
        BitOperations.PopCount(DifferenceHash.Of(one).GetValueOrDefault() ^ DifferenceHash.Of(other).GetValueOrDefault());

    static DecodedImage Hills(int side, int kind, double light)
    {
        var image = new DecodedImage(side, side);
        for (var at = 0; at < image.Pixels.Length; at++)
        {
            var (row, column) = Math.DivRem(at / 3, side);
            var (x, y) = (column / (double)side, row / (double)side);
            image.Pixels[at] = (byte)(light * (128 + (60 * Math.Sin((11 * kind * x) + (3 * y))) + (50 * Math.Cos((9 * y) - (5 * kind * x)))));
        }

        return image;
    }
}
