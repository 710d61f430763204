using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Images.Checks;

namespace AspireMl.Retraining.Worker.Tests.Images;

public sealed class ImageChecksTests
{
    static readonly ImageDatasetVersion Version = new("birds", 1, "hash", null, DateTimeOffset.UnixEpoch, "Ada", "test", []);

    [Fact]
    public void Good_images_pass_every_check()
    {
        var report = Run(Good());

        Assert.True(report.Allowed);
        Assert.All(report.Checks, check => Assert.Equal((check.Name, CheckSeverities.Passed), (check.Name, check.Severity)));
        Assert.Equal(
            ["unreadable", "duplicates", "duplicates-across-splits", "label-conflicts", "near-duplicates", "near-duplicates-across-splits", "classes", "class-images", "class-imbalance", "size-outliers", "size-drift", "brightness-outliers", "brightness-drift"],
            report.Checks.Select(check => check.Name).Distinct());
    }

    [Theory]
    [InlineData("unreadable", 1, CheckSeverities.Warning)]
    [InlineData("unreadable", 30, CheckSeverities.Stop)]
    [InlineData("duplicates", 1, CheckSeverities.Warning)]
    [InlineData("duplicates-across-splits", 1, CheckSeverities.Warning)]
    [InlineData("duplicates-across-splits", 10, CheckSeverities.Stop)]
    [InlineData("label-conflicts", 1, CheckSeverities.Warning)]
    [InlineData("label-conflicts", 20, CheckSeverities.Stop)]
    [InlineData("class-imbalance", 90, CheckSeverities.Warning)]
    [InlineData("size-outliers", 1, CheckSeverities.Warning)]
    [InlineData("brightness-outliers", 1, CheckSeverities.Warning)]
    [InlineData("brightness-drift", 90, CheckSeverities.Stop)]
    [InlineData("size-drift", 90, CheckSeverities.Stop)]
    public void What_is_wrong_is_found_and_how_bad_it_is(string name, int images, string severity)
    {
        var check = Run(Spoil(Good(), name, images)).Checks.Single(check => check.Name == name);

        Assert.Equal(severity, check.Severity);
        Assert.Equal(name is "unreadable" or "duplicates" or "duplicates-across-splits" or "label-conflicts" or "size-outliers" or "brightness-outliers", check.Examples.Count > 0);
    }

    [Fact]
    public void One_class_or_too_few_images_of_a_class_stop_a_run()
    {
        var one = Run([.. Good().Where(fact => fact.Entry.Label == "owl")]);
        var few = Run([.. Good().Where(fact => fact.Entry.Label == "owl" || fact.Entry.Split != ImageSplits.Validation)]);

        Assert.False(one.Allowed);
        Assert.Equal("Classes (all are owl): 1, but at least 2 are needed.", one.Checks.Single(check => check.Name == "classes").Message);
        Assert.False(few.Allowed);
        Assert.Equal(
            "Readable images of the class finch in the split validation: 0, but at least 3 are needed.",
            few.Checks.Single(check => check.Severity == CheckSeverities.Stop).Message);
        Assert.False(Run([]).Allowed);
        Assert.Equal("Classes: 251, but at most 250 are learned.", Run([.. Enumerable.Range(0, 251).Select(number => new ImageFacts(new($"{number}", $"{number}", $"{number}", ImageSplits.Training), 1000, 100))])
            .Checks.Single(check => check.Name == "classes").Message);
    }

    static ImageCheckReport Run(IReadOnlyList<ImageFacts> facts) => ImageChecks.Run(Version, facts, new());

    static ImageFacts[] Good() =>
    [
        .. from label in new[] { "finch", "owl" }
           from split in ImageSplits.All
           from number in Enumerable.Range(0, split == ImageSplits.Training ? 100 : 50)
           let path = $"{split}/{label}/{number}"
           select new ImageFacts(new(path, path, label, split), 1000 + (number % 50 * 10), 100 + (number % 50)),
    ];

    static ImageFacts[] Spoil(ImageFacts[] facts, string check, int images)
    {
        var spoiled = 0;
        return [.. facts.Select((fact, place) => Concerns(fact) && spoiled++ < images ? Change(fact, place) : fact).Where(fact => fact.Area >= 0)];

        bool Concerns(ImageFacts fact) => check switch
        {
            "duplicates-across-splits" or "brightness-drift" or "size-drift" => fact.Entry.Split == ImageSplits.Testing,
            "label-conflicts" => fact.Entry is { Label: "owl", Split: ImageSplits.Training },
            _ => fact.Entry.Split == ImageSplits.Training,
        };

        ImageFacts Change(ImageFacts fact, int place) => check switch
        {
            "unreadable" => fact with { Defect = "damaged" },
            "duplicates" => fact with { Entry = fact.Entry with { Sha256 = facts[place + 1].Entry.Sha256 } },
            "duplicates-across-splits" => fact with { Entry = fact.Entry with { Sha256 = $"training/{fact.Entry.Path[8..]}" } },
            "label-conflicts" => fact with { Entry = fact.Entry with { Sha256 = fact.Entry.Path.Replace("owl", "finch", StringComparison.Ordinal) } },
            "class-imbalance" => fact with { Area = -1 },
            "size-outliers" => fact with { Area = 1_000_000 },
            "brightness-outliers" => fact with { Brightness = 2 },
            "brightness-drift" => fact with { Brightness = fact.Brightness - 60 },
            "size-drift" => fact with { Area = fact.Area * 4 },
            _ => throw new ArgumentOutOfRangeException(nameof(check)),
        };
    }
}
