using Microsoft.ML.Tokenizers;

namespace AspireMl.Modeling.Tests.Documents.Readers.LayoutLm;

/// <summary>GPT-2's tokenizer, made as LayoutLMv3's is.</summary>
static class Gpt2
{
    static readonly Lazy<BpeTokenizer> Instance = new(() => BpeTokenizer.Create(
        new BpeOptions(At("vocab.json"), At("merges.txt")) { ByteLevel = true, PreTokenizer = RobertaPreTokenizer.Instance }));

    public static BpeTokenizer Tokenizer => Instance.Value;

    /// <summary>The 256 characters that stand for bytes.</summary>
    public static IEnumerable<string> ByteCharacters =>
        Tokenizer.Vocabulary.Where(token => token.Key.Length == 1).OrderBy(token => token.Value).Select(token => token.Key);

    static string At(string file) => Path.Combine(AppContext.BaseDirectory, "gpt2", file);
}
