using System.Text;
using System.Text.Json;

namespace AspireMl.Modeling.Tests.Documents.Readers.LayoutLm;

/// <summary>
/// A byte-level vocabulary laid out as RoBERTa's: four special tokens, the bytes, and the merges that make each of some
/// words, with the space before it, one token.
/// </summary>
sealed class TestVocabulary
{
    readonly Dictionary<string, int> _ids = [];
    readonly List<string> _merges = [];

    public TestVocabulary(params IEnumerable<string> words)
    {
        foreach (var token in (string[])["<s>", "<pad>", "</s>", "<unk>", .. Gpt2.ByteCharacters])
        {
            _ids.Add(token, _ids.Count);
        }

        foreach (var word in words)
        {
            var left = "Ġ";
            foreach (var right in word)
            {
                if (_ids.TryAdd(left + right, _ids.Count))
                {
                    _merges.Add($"{left} {right}");
                }

                left += right;
            }
        }
    }

    public int Count => _ids.Count;

    public byte[] Json => JsonSerializer.SerializeToUtf8Bytes(_ids);

    public byte[] Merges => Encoding.UTF8.GetBytes("#version: 0.2\n" + string.Concat(_merges.Select(merge => merge + "\n")));

    /// <summary>The id of a special token, or of a word with the space before it.</summary>
    public int this[string word] => _ids.TryGetValue(word, out var id) ? id : _ids["Ġ" + word];
}
