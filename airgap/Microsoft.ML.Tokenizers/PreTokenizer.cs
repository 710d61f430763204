namespace Microsoft.ML.Tokenizers;

/// <summary>Splits text into the pieces that are tokenized one by one.</summary>
public abstract class PreTokenizer
{
    /// <summary>Where the pieces of a text stand, in order.</summary>
    public abstract IEnumerable<(int Offset, int Length)> PreTokenize(string text);
}
