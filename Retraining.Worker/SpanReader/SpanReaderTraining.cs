using AspireMl.Contracts.Models;
using AspireMl.Modeling.Documents.Readers.SpanReader;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>Trains the span reader and writes its package.</summary>
internal sealed class SpanReaderTraining(RankerOptions options, Action<string> report)
{
    const string Graph = "ranker.onnx";
    const string Sample = "sample.json";
    // The value with the highest mean score on generated documents of training kinds, questions without an answer included.
    const string LeastExpected = "0.13";

    /// <summary>Trains on the receipts' training split and on generated documents, measures on the rest, writes the package.</summary>
    /// <param name="receipts">All receipts; the splits are made here.</param>
    /// <param name="folder">Where the package goes.</param>
    public void Run(IReadOnlyList<TrainingDocument> receipts, string folder)
    {
        var data = TrainingData.Of(receipts, options.GeneratedDocuments, options.Seed);
        report($"{data.Receipts} receipts and {data.Documents.Count - data.Receipts} generated documents to learn from.");
        var questions = QuestionSet.Of(data.Documents, (document, _) => document.Id.StartsWith(GeneratedPrefix, StringComparison.Ordinal) ? options.GeneratedWeight : options.ReceiptWeight);
        string[] vendors = [.. data.Documents.SelectMany(document => document.Questions.Select(_ => document.Group))];
        report($"{questions.Count:N0} questions, {questions.Average(question => question.Scores.Length):F0} candidates each.");

        var confidence = new ConfidenceTrainer(options, report).Fit(questions, vendors);
        var graph = new RankerTrainer(options, report).Train(questions);
        var card = new ModelCard
        {
            Name = "span-reader",
            Version = options.Version,
            Task = ModelTasks.DocumentQuestion,
            Description = "Answers questions about printed documents by ranking spans of the words that OCR read. Learnt from scanned Malaysian receipts and generated business documents in the Latin alphabet; questions are in English. Not for handwriting, free text or questions that need reasoning.",
            License = "MIT",
            Architecture = Modeling.Documents.Readers.SpanReader.SpanReader.Architecture,
            Files = new Dictionary<string, string>(),
            Graph = Graph,
            Inputs = [],
            Outputs = [],
            Features = SpanFeatures.Names,
            Settings = new SortedDictionary<string, string>
            {
                [ConfidenceCurve.Setting] = confidence.ToString(),
                [Modeling.Documents.Readers.SpanReader.SpanReader.LeastExpectedSetting] = LeastExpected,
            },
            TrainingDataHash = data.Hash(),
            CodeVersion = typeof(SpanReaderTraining).Assembly.GetName().Version?.ToString(3),
            Sample = Sample,
        };
        Write(folder, card, graph);
        Write(folder, card with { Metrics = Measure(folder, receipts) }, graph);
    }

    /// <summary>Ids of generated documents begin so.</summary>
    public const string GeneratedPrefix = "generated-";

    static void Write(string folder, ModelCard card, byte[] graph) => ModelPackageWriter.Write(
        folder,
        card,
        new Dictionary<string, ReadOnlyMemory<byte>> { [Graph] = graph, [Sample] = SampleDocument.Sample.ToBytes() });

    SortedDictionary<string, IReadOnlyDictionary<string, double>> Measure(string folder, IReadOnlyList<TrainingDocument> receipts)
    {
        using var reader = Modeling.Documents.Readers.SpanReader.SpanReader.Open(ModelPackage.Open(folder));
        var metrics = new SortedDictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
        foreach (var (name, documents) in EvaluationSets.Of(receipts, options.EvaluationDocuments))
        {
            var answers = ReaderEvaluation.Ask(reader, documents);
            var scores = new SortedDictionary<string, double>(StringComparer.Ordinal)
            {
                ["anls"] = Math.Round(ReaderEvaluation.Summary(answers).Anls, 4),
                ["calibration_error"] = Math.Round(ReaderEvaluation.CalibrationError(answers), 4),
                ["questions"] = answers.Count,
            };
            foreach (var (kind, score) in ReaderEvaluation.ByKind(answers))
            {
                scores[$"anls_{kind}"] = Math.Round(score.Anls, 4);
                report($"{name,-26} {kind,-14} ANLS {score.Anls:F3}  exact {score.ExactMatch:F3}  n {score.Count}");
            }

            report($"{name,-26} {"all",-14} ANLS {scores["anls"]:F3}  ECE {scores["calibration_error"]:F3}");
            metrics[name] = scores;
            Errors?.Invoke(name, answers);
        }

        return metrics;
    }

    /// <summary>Told the answers of each set, for a look at the errors.</summary>
    public Action<string, IReadOnlyList<Answered>>? Errors { get; init; }
}
