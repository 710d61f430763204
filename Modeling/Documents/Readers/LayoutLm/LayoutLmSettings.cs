using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Documents.Readers.LayoutLm;

/// <summary>What a LayoutLMv3 package may set, and the defaults.</summary>
/// <param name="Window">Most tokens of one run, special ones included.</param>
/// <param name="Overlap">Tokens of a page that two neighbouring windows share.</param>
/// <param name="MaxAnswerTokens">Most tokens of an answer.</param>
/// <param name="MaxQuestionTokens">Most tokens of a question; what is longer is cut at its end.</param>
/// <param name="Temperature">Divides the logits before they become probabilities; fitted on answers whose truth is known.</param>
/// <param name="NoAnswerThreshold">By how much the score of "no answer" must exceed the best answer's.</param>
sealed record LayoutLmSettings(
    int Window, int Overlap, int MaxAnswerTokens, int MaxQuestionTokens, double Temperature, double NoAnswerThreshold)
{
    /// <summary>Tokens around question and page: <c>&lt;s&gt; question &lt;/s&gt;&lt;/s&gt; page &lt;/s&gt;</c>.</summary>
    public const int SpecialTokens = 4;

    public static LayoutLmSettings Of(ModelCard card)
    {
        var settings = new LayoutLmSettings(
            card.Number("window", 512, 16, 4096),
            card.Number("overlap", 128, 2, 2048),
            card.Number("maxAnswerTokens", 64, 1, 1024),
            card.Number("maxQuestionTokens", 128, 1, 1024),
            card.Number("temperature", 1d, 0.01, 100),
            card.Number("noAnswerThreshold", 0d, -1000, 1000));

        // Each answer must lie whole in the window that owns its start: half the overlap follows what a window owns.
        if (settings.Overlap < 2 * settings.MaxAnswerTokens)
        {
            throw new ModelPackageException("model.json: the setting overlap must be at least twice maxAnswerTokens.");
        }

        return settings.Window - settings.MaxQuestionTokens - SpecialTokens > settings.Overlap
            ? settings
            : throw new ModelPackageException(
                "model.json: the setting window must have room for maxQuestionTokens, 4 special tokens and more than overlap.");
    }
}
