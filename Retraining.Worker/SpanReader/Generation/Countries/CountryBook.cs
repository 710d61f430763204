using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Countries;

/// <summary>All countries, parted into those to learn from and those to be judged on.</summary>
internal static class CountryBook
{
    static readonly Country[] All = [.. ResourceText.NamesUnder("countries").Select(name => new Country(ResourceText.Load(name)))];

    public static IReadOnlyList<Country> Training { get; } = [.. All.Where(country => !country.IsHeldOut)];

    public static IReadOnlyList<Country> Heldout { get; } = [.. All.Where(country => country.IsHeldOut)];

    public static IReadOnlyList<Country> Of(GenerationSplit split) =>
        split == GenerationSplit.Training ? Training : Heldout;
}
