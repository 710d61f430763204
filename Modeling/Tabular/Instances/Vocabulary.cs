using System.Collections.Frozen;
using System.Text.Json;

namespace AspireMl.Modeling.Tabular.Instances;

/// <summary>Finds the place of a JSON string in a list of words without making a string of it.</summary>
sealed class Vocabulary(IEnumerable<string> words)
{
    // Longest word of a card, and the most bytes that a character may take in JSON (as an escape).
    const int LongestWord = 100;
    const int MostBytesPerCharacter = 6;

    readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places =
        words.Select((word, place) => (word, place)).ToFrozenDictionary(pair => pair.word, pair => pair.place, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The place of the string or property name that the reader stands on; -1 when it is not in the list.</summary>
    public int Find(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > LongestWord * MostBytesPerCharacter)
        {
            return -1;
        }

        Span<char> text = stackalloc char[LongestWord * MostBytesPerCharacter];
        return _places.TryGetValue(text[..reader.CopyString(text)], out var place) ? place : -1;
    }
}
