using AspireMl.Contracts.Models;
using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>
/// The default reader: lists spans of the OCR's words, describes each by its text, its place and its labels, and ranks
/// them by gradient-boosted trees.
/// </summary>
public sealed class SpanReader : IDocumentReader
{
    /// <summary>The architecture in a package's card.</summary>
    public const string Architecture = "span-reader";

    readonly AnalysisCache _analyses = new();
    readonly SpanRanker _ranker;
    readonly ConfidenceCurve _confidence;
    readonly double _leastExpected;

    SpanReader(ModelCard card, SpanRanker ranker, ConfidenceCurve confidence, double leastExpected)
    {
        Card = card;
        _ranker = ranker;
        _confidence = confidence;
        _leastExpected = leastExpected;
    }

    /// <summary>Opens the reader of a package.</summary>
    /// <param name="package">A package of this architecture; its features must be the ones that this code computes, in the same order.</param>
    /// <exception cref="ModelPackageException">The card asks for other features or lacks a setting, or the graph is not the card's.</exception>
    public static SpanReader Open(ModelPackage package)
    {
        var card = package.Card;
        if (!card.Features.SequenceEqual(SpanFeatures.Names))
        {
            throw new ModelPackageException($"{card.Name} {card.Version} was trained on other features than this version computes; train it again.");
        }

        try
        {
            var confidence = ConfidenceCurve.Parse(Setting(card, ConfidenceCurve.Setting));
            var least = double.Parse(Setting(card, LeastExpectedSetting));
            return new(card, new(package.OpenGraph(new() { Provider = ExecutionProvider.Cpu })), confidence, least);
        }
        catch (FormatException exception)
        {
            throw new ModelPackageException($"A setting of {card.Name} {card.Version} is not a number: {exception.Message}", exception);
        }
    }

    /// <summary>Name of the setting: an expected similarity below it means "no answer".</summary>
    internal const string LeastExpectedSetting = "leastExpected";

    /// <inheritdoc/>
    public ModelCard Card { get; }

    /// <inheritdoc/>
    public DocumentReading Read(OcrDocument document, string question, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var analysis = _analyses.Get(document);
        cancellation.ThrowIfCancellationRequested();
        SpanDecision decision;
        Candidate answer;
        lock (analysis)
        {
            var match = analysis.Match(question);
            decision = _ranker.Decide(analysis, match);
            if (decision.Candidate < 0 || decision.Expected < _leastExpected)
            {
                return DocumentReading.None;
            }

            answer = AnswerPlace.Of(analysis, match, decision.Candidate);
        }

        return new(answer.Text, _confidence.Of(decision), [.. answer.Evidence()])
        {
            Features = new Dictionary<string, double>
            {
                ["confidence_lead"] = decision.Lead,
                ["candidates"] = analysis.Candidates.Length,
                ["expected_similarity"] = decision.Expected,
            },
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _ranker.Dispose();

    static string Setting(ModelCard card, string name) =>
        card.Settings.TryGetValue(name, out var value) ? value : throw new ModelPackageException($"The card of {card.Name} {card.Version} lacks the setting '{name}'.");
}
