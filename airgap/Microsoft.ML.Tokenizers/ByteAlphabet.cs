namespace Microsoft.ML.Tokenizers;

/// <summary>
/// GPT-2's writing of bytes as characters: printable ones of Latin-1 stand for themselves, the other 68 for the
/// characters from U+0100 on, in order.
/// </summary>
static class ByteAlphabet
{
    static readonly char[] CharacterOf = Characters();
    static readonly Dictionary<char, byte> ByteOf = CharacterOf.Select((character, value) => (character, value))
        .ToDictionary(pair => pair.character, pair => (byte)pair.value);

    public static char Write(byte value) => CharacterOf[value];

    public static bool TryRead(char character, out byte value) => ByteOf.TryGetValue(character, out value);

    static char[] Characters()
    {
        var characters = new char[256];
        var next = (char)0x100;
        for (var value = 0; value < characters.Length; value++)
        {
            var printable = value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);
            characters[value] = printable ? (char)value : next++;
        }

        return characters;
    }
}
