using AspireMl.Contracts.Monitoring;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>A report of images that look different.</summary>
internal static class FakeEmbeddings
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);
    static readonly string[] Labels = ["cat", "dog", "truck"];

    public static EmbeddingReport Report { get; } = new()
    {
        ReportId = Guid.CreateVersion7(),
        Kind = ReportKinds.EmbeddingDrift,
        Model = FakeClassifier.Name,
        CreatedAt = Start,
        Flagged = true,
        Reference = new("package", null, null, 1000),
        Current = new(RowSource.Answers, Start.AddDays(-1), Start, 200),
        Spaces =
        [
            new(EmbeddingSpaces.Uae, 32, [new(EmbeddingMethods.Mmd, 0.031, 0.004, 0.05, true), new(EmbeddingMethods.DomainClassifier, 0.81, null, 0.7, true)]),
            new(EmbeddingSpaces.Bbsd, 3, [new(EmbeddingMethods.Mmd, 0.002, 0.41, 0.05, false)]),
        ],
        Predicted = new([.. Labels.Select((label, place) => new LabelShares(label, new(1 / 3.0, 0.2 + (0.13 * place))))], new(EmbeddingMethods.ChiSquare, 4.2, 0.12, 0.05, false)),
        Plane = new(0.62, [.. Points(150, 0)], [.. Points(60, 2.5)]),
    };

    static IEnumerable<PlanePoint> Points(int count, double away) =>
        Enumerable.Range(0, count).Select(number => new PlanePoint(away + (3 * Math.Sin(number * 1.7)), Math.Cos(number * 2.3) * (1 + (number % 5)), Labels[number % Labels.Length]));
}
