using System.Text.Json;
using AspireMl.Modeling.ModelPackages;
using Microsoft.ML.Tokenizers;

namespace AspireMl.Modeling.Documents.Readers.LayoutLm;

/// <summary>RoBERTa's byte-level BPE, word by word with a space before each, as LayoutLMv3 was trained.</summary>
sealed class LayoutLmTokenizer
{
    // Of every kind that the pre-tokenizer tells apart, in one, two, three and four bytes.
    const string Probe = " Total: 12.50 €, naïve Straße 日本 😀\t\n";

    readonly BpeTokenizer _tokenizer;

    LayoutLmTokenizer(BpeTokenizer tokenizer)
    {
        _tokenizer = tokenizer;
        Start = IdOf("<s>");
        Pad = IdOf("<pad>");
        End = IdOf("</s>");
        if (tokenizer.Decode(tokenizer.EncodeToIds(Probe)) != Probe)
        {
            throw new ModelPackageException("The vocabulary is not one of byte-level BPE: it cannot write every byte.");
        }
    }

    /// <summary>Id of <c>&lt;s&gt;</c>.</summary>
    public int Start { get; }

    /// <summary>Id of <c>&lt;pad&gt;</c>.</summary>
    public int Pad { get; }

    /// <summary>Id of <c>&lt;/s&gt;</c>.</summary>
    public int End { get; }

    /// <summary>Reads the vocabulary and the merges of a package.</summary>
    /// <exception cref="ModelPackageException">They are missing or not of byte-level BPE.</exception>
    public static LayoutLmTokenizer Open(ModelPackage package)
    {
        var vocabulary = package.PathOf(package.Card.Text("vocabulary", "vocab.json"));
        var merges = package.PathOf(package.Card.Text("merges", "merges.txt"));
        try
        {
            var options = new BpeOptions(vocabulary, merges) { ByteLevel = true, PreTokenizer = RobertaPreTokenizer.Instance };
            return new(BpeTokenizer.Create(options));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new ModelPackageException($"The tokenizer's vocabulary or merges cannot be used: {exception.Message}", exception);
        }
    }

    /// <summary>The tokens of one word of a page or question; none when it is white space only.</summary>
    public IReadOnlyList<int> Word(string word) =>
        string.IsNullOrWhiteSpace(word) ? [] : _tokenizer.EncodeToIds(" " + word.Trim());

    /// <summary>The tokens of a question, cut after so many.</summary>
    public int[] Question(string question, int most) =>
        [.. question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(Word).Take(most)];

    int IdOf(string token) => _tokenizer.Vocabulary.TryGetValue(token, out var id)
        ? id
        : throw new ModelPackageException($"The vocabulary has no token {token}.");
}
