using AspireMl.Contracts.Models;
using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Documents.Readers.LayoutLm;

/// <summary>
/// Reads answers with a LayoutLMv3 for extractive question answering (Huang et al. 2022, arXiv:2204.08387): each page in
/// overlapping windows, the best span over all of them.
/// </summary>
sealed class LayoutLmReader : IDocumentReader
{
    public const string Architecture = "layoutlmv3";

    readonly LayoutLmGraph _graph;
    readonly LayoutLmTokenizer _tokenizer;
    readonly LayoutLmSettings _settings;

    LayoutLmReader(ModelCard card, LayoutLmGraph graph, LayoutLmTokenizer tokenizer, LayoutLmSettings settings)
    {
        Card = card;
        _graph = graph;
        _tokenizer = tokenizer;
        _settings = settings;
    }

    /// <inheritdoc/>
    public ModelCard Card { get; }

    /// <summary>Opens a package.</summary>
    /// <exception cref="ModelPackageException">Its graph, vocabulary or settings do not fit.</exception>
    public static IDocumentReader Open(ModelPackage package, OnnxOptions options)
    {
        var settings = LayoutLmSettings.Of(package.Card);
        var tokenizer = LayoutLmTokenizer.Open(package);
        var session = package.OpenGraph(options);
        try
        {
            var graph = new LayoutLmGraph(package.Card, session);
            return graph.Length == -1 || graph.Length >= settings.Window
                ? new LayoutLmReader(package.Card, graph, tokenizer, settings)
                : throw new ModelPackageException($"model.json: the setting window must be at most {graph.Length}, the graph's fixed length.");
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public DocumentReading Read(OcrDocument document, string question, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        using var run = new RunOptions();
        using var stop = cancellation.Register(() => run.Terminate = true);
        try
        {
            var windows = Score(document, _tokenizer.Question(question, _settings.MaxQuestionTokens), run, cancellation);
            return AnswerSpan.Best(windows, _settings) is { } span ? Reading(span) : DocumentReading.None;
        }
        catch (OnnxRuntimeException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _graph.Dispose();

    List<ScoredWindow> Score(OcrDocument document, int[] question, RunOptions run, CancellationToken cancellation)
    {
        var windows = new List<ScoredWindow>();
        var capacity = _settings.Window - LayoutLmSettings.SpecialTokens - question.Length;
        using var pixels = new PixelValues();
        for (var i = 0; i < document.Pages.Count; i++)
        {
            var page = new PageTokens(document.Pages[i], _tokenizer);
            pixels.Fill(i < document.Thumbnails.Count ? document.Thumbnails[i] : []);
            foreach (var window in PageWindow.Cut(page.Count, capacity, _settings.Overlap))
            {
                cancellation.ThrowIfCancellationRequested();
                using var inputs = new WindowInputs(question, page, window, _tokenizer, (int)_graph.Length, pixels);
                windows.Add(_graph.Score(inputs, page, window, run));
            }
        }

        return windows;
    }

    static DocumentReading Reading(AnswerSpan span)
    {
        var reading = span.Wins
            ? new DocumentReading(
                span.Page.Text(span.FirstWord, span.LastWord), span.Confidence, span.Page.Evidence(span.FirstWord, span.LastWord))
            : DocumentReading.None;
        return reading with
        {
            Features = new Dictionary<string, double>
            {
                ["start_confidence"] = span.StartConfidence,
                ["end_confidence"] = span.EndConfidence,
                ["confidence_lead"] = span.Lead,
            },
        };
    }
}
