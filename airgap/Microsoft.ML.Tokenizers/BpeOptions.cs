using System.Text.Json;

namespace Microsoft.ML.Tokenizers;

/// <summary>What a <see cref="BpeTokenizer"/> is made of.</summary>
public sealed class BpeOptions
{
    /// <summary>Reads a vocabulary and its merges.</summary>
    /// <param name="vocabFile">JSON object: token to id.</param>
    /// <param name="mergesFile">One merge a line, two tokens separated by a space, best first; a line <c>#version</c> is skipped.</param>
    /// <exception cref="ArgumentException">A file is not there.</exception>
    /// <exception cref="JsonException">The vocabulary is not a JSON object of integers.</exception>
    /// <exception cref="InvalidOperationException">A line of the merges is not two tokens.</exception>
    public BpeOptions(string vocabFile, string? mergesFile = null)
    {
        ArgumentNullException.ThrowIfNull(vocabFile);
        Require(vocabFile);
        using var vocabulary = File.OpenRead(vocabFile);
        Vocabulary = JsonSerializer.Deserialize<Dictionary<string, int>>(vocabulary)
            ?? throw new InvalidOperationException($"The vocabulary {vocabFile} is empty.");
        if (mergesFile is not null)
        {
            Require(mergesFile);
            Merges = [.. File.ReadLines(mergesFile).Where(line => line.Length > 0 && !line.StartsWith("#version", StringComparison.Ordinal))];
            if (Merges.FirstOrDefault(line => line.Split(' ') is not [{ Length: > 0 }, { Length: > 0 }]) is { } wrong)
            {
                throw new InvalidOperationException($"The line '{wrong}' of {mergesFile} is not two tokens.");
            }
        }
    }

    /// <summary>Token to id.</summary>
    public IEnumerable<KeyValuePair<string, int>> Vocabulary { get; }

    /// <summary>Merges, best first.</summary>
    public IEnumerable<string>? Merges { get; set; }

    /// <summary>Splits the text first.</summary>
    public PreTokenizer? PreTokenizer { get; set; }

    /// <summary>Whether the tokens are made of bytes of UTF-8 rather than of characters. Must be true here.</summary>
    public bool ByteLevel { get; set; }

    static void Require(string path)
    {
        if (!File.Exists(path))
        {
            throw new ArgumentException($"There is no file {path}.", nameof(path));
        }
    }
}
