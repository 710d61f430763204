using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>Sentences and titles from the word lists.</summary>
internal static class Phrases
{
    static readonly ResourceText Lists = ResourceText.Load("phrases");

    public static IReadOnlyList<string> Of(string list) =>
        Lists[list] is { Count: > 0 } found ? found : throw new ArgumentException($"There is no list of phrases named '{list}'.");

    public static string Draw(string list, Dice dice) => Pattern.Fill(dice.Pick(Of(list)), dice);
}
