using System.Collections.Frozen;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>
/// Takes the accents off Latin letters. The services run without a culture library, where
/// <see cref="string.Normalize()"/> leaves letters beyond ASCII as they are.
/// </summary>
internal static class Accents
{
    static readonly FrozenDictionary<char, char> Plain = new Dictionary<char, string>
    {
        ['a'] = "àáâãäåāăą",
        ['c'] = "çćĉċč",
        ['d'] = "ďđ",
        ['e'] = "èéêëēĕėęě",
        ['g'] = "ĝğġģ",
        ['h'] = "ĥħ",
        ['i'] = "ìíîïĩīĭįı",
        ['j'] = "ĵ",
        ['k'] = "ķ",
        ['l'] = "ĺļľŀł",
        ['n'] = "ñńņň",
        ['o'] = "òóôõöøōŏő",
        ['r'] = "ŕŗř",
        ['s'] = "śŝşšș",
        ['t'] = "ţťŧț",
        ['u'] = "ùúûüũūŭůűų",
        ['w'] = "ŵ",
        ['y'] = "ýÿŷ",
        ['z'] = "źżž",
    }.SelectMany(entry => entry.Value.Select(accented => (accented, entry.Key))).ToFrozenDictionary(pair => pair.accented, pair => pair.Key);

    /// <summary>The letter without its accent, in lower case when it had one; other characters unchanged.</summary>
    public static char Remove(char c) => c < 128 ? c : Plain.GetValueOrDefault(char.ToLowerInvariant(c), c);
}
