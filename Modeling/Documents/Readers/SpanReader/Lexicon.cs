using System.Collections.Frozen;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>
/// Words that documents use for the same thing: abbreviations with their long forms, broad concepts with the phrases that
/// name them, and kin, phrases of one narrow meaning; and lists of words. Read once from the embedded files
/// <c>lexicon.txt</c> and <c>names.txt</c>.
/// </summary>
internal sealed class Lexicon
{
    const int MostConcepts = 64;
    const int MostKin = 128;

    readonly FrozenDictionary<string, string> _long;
    readonly FrozenDictionary<string, FrozenSet<string>> _words;
    readonly FrozenDictionary<string, (string[] Phrase, int Meaning)[]> _concepts;
    readonly FrozenDictionary<string, (string[] Phrase, int Meaning)[]> _kin;

    Lexicon(
        FrozenDictionary<string, string> longForms,
        FrozenDictionary<string, FrozenSet<string>> words,
        IReadOnlyList<string> concepts,
        IEnumerable<(string[] Phrase, int Meaning)> conceptPhrases,
        IEnumerable<(string[] Phrase, int Meaning)> kinPhrases,
        UInt128 roles)
    {
        _long = longForms;
        _words = words;
        _concepts = ByFirstWord(conceptPhrases);
        _kin = ByFirstWord(kinPhrases);
        Concepts = concepts;
        Roles = roles;
    }

    /// <summary>The lexicon that travels with the assembly.</summary>
    public static Lexicon Default { get; } = Read();

    /// <summary>The kin whose answer is mostly a person, as bits of <see cref="KinOf"/>.</summary>
    public UInt128 Roles { get; }

    /// <summary>Names of the concepts; their order is that of the bits in <see cref="ConceptsOf"/>.</summary>
    public IReadOnlyList<string> Concepts { get; }

    /// <summary>The long form of a lower-case word: <c>inv</c> gives <c>invoice</c>; other words give themselves.</summary>
    public string Canonical(string word) => _long.GetValueOrDefault(word, word);

    /// <summary>True when the lower-case word belongs to the named list, for example <c>street</c> or <c>legal-form</c>.</summary>
    public bool IsIn(string list, string word) => _words[list].Contains(word);

    /// <summary>The concepts that canonical words name, as bits. A longer phrase hides the shorter ones inside it.</summary>
    public ulong ConceptsOf(IReadOnlyList<string> words) => (ulong)MeaningsOf(words, _concepts);

    /// <summary>The kin that canonical words name, as bits. A longer phrase hides the shorter ones inside it.</summary>
    public UInt128 KinOf(IReadOnlyList<string> words) => MeaningsOf(words, _kin);

    static UInt128 MeaningsOf(IReadOnlyList<string> words, FrozenDictionary<string, (string[] Phrase, int Meaning)[]> phrases)
    {
        var meanings = UInt128.Zero;
        for (var i = 0; i < words.Count;)
        {
            var step = 1;
            if (phrases.TryGetValue(words[i], out var candidates))
            {
                foreach (var (phrase, meaning) in candidates)
                {
                    if (phrase.Length < step)
                    {
                        break;
                    }

                    if (StartsAt(words, i, phrase))
                    {
                        meanings |= UInt128.One << meaning;
                        step = phrase.Length;
                    }
                }
            }

            i += step;
        }

        return meanings;
    }

    static bool StartsAt(IReadOnlyList<string> words, int start, string[] phrase)
    {
        if (start + phrase.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            if (!string.Equals(words[start + i], phrase[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    static Lexicon Read()
    {
        var longForms = new Dictionary<string, string>();
        var words = new Dictionary<string, HashSet<string>>();
        var concepts = new List<string>();
        var (kin, roles) = (0, UInt128.Zero);
        var (conceptPhrases, kinPhrases) = (new List<(string[], int)>(), new List<(string[], int)>());
        foreach (var line in Lines("span-reader-lexicon.txt").Concat(Lines("span-reader-names.txt")))
        {
            var colon = line.IndexOf(':');
            var (head, body) = (line[..colon].Split(' '), line[(colon + 1)..]);
            const StringSplitOptions trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
            switch (head[0])
            {
                case "long":
                    foreach (var form in body.Split(' ', trimmed))
                    {
                        longForms[form] = head[1];
                    }

                    break;
                case "words":
                    words.TryAdd(head[1], []);
                    words[head[1]].UnionWith(body.Split(' ', trimmed));
                    break;
                case "kin" or "role":
                    roles |= head[0] == "role" ? UInt128.One << kin : 0;
                    kinPhrases.AddRange(Phrases(body, kin++));
                    break;
                default:
                    conceptPhrases.AddRange(Phrases(body, concepts.Count));
                    concepts.Add(head[1]);
                    break;
            }

            IEnumerable<(string[], int)> Phrases(string all, int meaning) => all.Split('|', trimmed)
                .Select(phrase => (phrase.Split(' ', trimmed).Select(word => longForms.GetValueOrDefault(word, word)).ToArray(), meaning));
        }

        if (concepts.Count > MostConcepts || kin > MostKin)
        {
            throw new InvalidDataException($"There are {concepts.Count} concepts and {kin} kin; {MostConcepts} and {MostKin} have bits.");
        }

        return new(longForms.ToFrozenDictionary(), words.ToFrozenDictionary(list => list.Key, list => list.Value.ToFrozenSet()), concepts, conceptPhrases, kinPhrases, roles);
    }

    static IEnumerable<string> Lines(string resource)
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    static FrozenDictionary<string, (string[] Phrase, int Meaning)[]> ByFirstWord(IEnumerable<(string[] Phrase, int Meaning)> phrases) =>
        phrases.GroupBy(pair => pair.Phrase[0]).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.Phrase.Length).ToArray());
}
