namespace AspireMl.Modeling.Documents.Ocr.Recognition;

/// <summary>The recogniser's classes: 0 is the blank of CTC, the last is the space, between them the lines of a key file.</summary>
internal sealed class Alphabet
{
    readonly string[] _characters;

    Alphabet(string[] characters, int[] kept)
    {
        _characters = characters;
        Kept = kept;
    }

    /// <summary>Number of classes.</summary>
    internal int Count => _characters.Length;

    /// <summary>The class of the space.</summary>
    internal int Space => _characters.Length - 1;

    /// <summary>For each class, its number in the whole key file.</summary>
    internal IReadOnlyList<int> Kept { get; }

    internal string this[int index] => _characters[index];

    /// <param name="keys">One character a line.</param>
    internal static Alphabet Whole(IReadOnlyList<string> keys)
    {
        string[] characters = [string.Empty, .. keys, " "];
        return new(characters, [.. Enumerable.Range(0, characters.Length)]);
    }

    /// <summary>Latin letters, digits, punctuation, currency and unit signs only.</summary>
    internal Alphabet Latin()
    {
        int[] kept = [.. Enumerable.Range(0, Count).Where(index => index == 0 || index == Space || IsLatin(_characters[index]))];
        return new([.. kept.Select(index => _characters[index])], kept);
    }

    // Signs that only Chinese print sets apart from their Latin likenesses (× and x, ′ and ', ‧ and .) would win now and then.
    static bool IsLatin(string character) => character is [var letter] && letter is
        (>= '!' and <= '~') or (>= '\u00A1' and <= '\u00FF' and not ('×' or '÷' or '·' or '´'))
        or '–' or '—' or '‘' or '’' or '“' or '”' or '•' or '…' or '‰' or (>= '\u20A0' and <= '\u20CF') or '№' or '™';
}
