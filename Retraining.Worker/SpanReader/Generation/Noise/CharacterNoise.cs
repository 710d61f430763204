namespace AspireMl.Retraining.Worker.SpanReader.Generation.Noise;

/// <summary>One mistake in a word: a look-alike, a lost or doubled mark, another case.</summary>
internal static class CharacterNoise
{
    static readonly Dictionary<char, string> LookAlikes = new()
    {
        ['0'] = "OoD", ['O'] = "0Q", ['o'] = "0", ['1'] = "Il7", ['I'] = "1l", ['l'] = "1I", ['5'] = "S", ['S'] = "5", ['8'] = "B3", ['B'] = "8",
        ['2'] = "Z", ['Z'] = "2", ['6'] = "b", ['G'] = "6C", ['C'] = "G", ['g'] = "9q", ['9'] = "g", ['.'] = ",", [','] = ".", [':'] = ";.", ['-'] = "~",
        ['e'] = "c", ['c'] = "e", ['u'] = "v", ['v'] = "y", ['V'] = "Y", ['n'] = "h", ['h'] = "b", ['t'] = "f", ['f'] = "t", ['E'] = "F", ['D'] = "0",
        ['/'] = "1", ['#'] = "H", ['£'] = "E", ['€'] = "E", ['é'] = "e", ['ö'] = "o", ['ü'] = "u", ['ä'] = "a", ['å'] = "a", ['ñ'] = "n", ['ç'] = "c",
    };

    public static string Mistake(string word, Dice dice)
    {
        var at = dice.Below(word.Length);
        return dice.Below(20) switch
        {
            0 when word.Length > 3 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 when word.IndexOf("rn", StringComparison.Ordinal) is >= 0 and var from => word[..from] + "m" + word[(from + 2)..],
            3 when word.IndexOf('m', StringComparison.Ordinal) is >= 0 and var from => word[..from] + "rn" + word[(from + 1)..],
            4 when word.Length > 1 && word[^1] is ':' or '.' or ',' => word[..^1],
            5 when word.Length > 1 && word[^1] is ':' => word[..^1],
            6 when char.IsLetter(word[at]) => Put(word, at, char.IsUpper(word[at]) ? char.ToLowerInvariant(word[at]) : char.ToUpperInvariant(word[at])),
            _ => LookAlike(word, at, dice),
        };
    }

    static string LookAlike(string word, int from, Dice dice)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var at = (from + i) % word.Length;
            if (LookAlikes.TryGetValue(word[at], out var others))
            {
                return Put(word, at, others[dice.Below(others.Length)]);
            }
        }

        return word;
    }

    static string Put(string word, int at, char c) => string.Concat(word.AsSpan(0, at), [c], word.AsSpan(at + 1));
}
