using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Countries;

/// <summary>A country's word lists and formats, read from its resource file.</summary>
internal sealed class Country(ResourceText lists)
{
    readonly Dictionary<string, string[]> _native = lists["labels"]
        .Select(line => line.Split(" = "))
        .ToDictionary(parts => parts[0], parts => ResourceText.Split(parts[1]));

    public string Code { get; } = lists["code"][0];

    public bool IsHeldOut { get; } = lists["heldout"][0] == "yes";

    public string Currency { get; } = lists["currency"][0];

    public IReadOnlyList<string> this[string list] => lists[list];

    /// <summary>What the country's own language prints before a concept; empty when it is not known.</summary>
    public IReadOnlyList<string> NativeLabels(string concept) => _native.TryGetValue(concept, out var found) ? found : [];

    public bool Has(string list) => lists[list].Count > 0;

    /// <summary>One entry of a list, its pattern filled.</summary>
    public string Draw(string list, Dice dice) => Pattern.Fill(dice.Pick(lists[list]), dice);
}
