namespace Microsoft.ML.Tokenizers;

/// <summary>Turns text into token ids and back.</summary>
public abstract class Tokenizer
{
    /// <summary>The ids of a text's tokens.</summary>
    /// <param name="text">The text.</param>
    /// <param name="considerPreTokenization">Whether the text is split into words first.</param>
    /// <param name="considerNormalization">Without effect here: these tokenizers have no normalizer.</param>
    public abstract IReadOnlyList<int> EncodeToIds(string text, bool considerPreTokenization = true, bool considerNormalization = true);

    /// <summary>The text of these tokens.</summary>
    public abstract string Decode(IEnumerable<int> ids);
}
