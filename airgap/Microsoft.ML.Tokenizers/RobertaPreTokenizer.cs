using System.Text.RegularExpressions;

namespace Microsoft.ML.Tokenizers;

/// <summary>
/// Splits as GPT-2 and RoBERTa do: English contractions, letters, digits and other signs, each with the space before it,
/// and white space, whose last character stays with the word that follows.
/// </summary>
public sealed partial class RobertaPreTokenizer : PreTokenizer
{
    /// <summary>The one instance.</summary>
    public static RobertaPreTokenizer Instance { get; } = new();

    /// <inheritdoc/>
    public override IEnumerable<(int Offset, int Length)> PreTokenize(string text)
    {
        for (var match = Pieces.Match(text); match.Success; match = match.NextMatch())
        {
            yield return (match.Index, match.Length);
        }
    }

    [GeneratedRegex(@"'(?:[sdmt]|ll|ve|re)|\ ?\p{L}+|\ ?\p{N}+|\ ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")]
    private static partial Regex Pieces { get; }
}
