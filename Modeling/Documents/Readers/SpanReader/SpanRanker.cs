using System.Buffers;
using AspireMl.Modeling.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>The trees that score candidates, run by ONNX Runtime.</summary>
internal sealed class SpanRanker : IDisposable
{
    /// <summary>Name of the graph's input: float32 [candidates, features].</summary>
    public const string Input = "features";

    /// <summary>Name of the graph's output: float32 [candidates, 1].</summary>
    public const string Output = "scores";

    readonly InferenceSession _session;
    readonly RunOptions _run = new();

    /// <summary>Takes over an open graph.</summary>
    public SpanRanker(InferenceSession session) => _session = session;

    /// <summary>Opens a graph in memory.</summary>
    public SpanRanker(byte[] graph) => _session = OnnxSession.Open(graph, new() { Provider = ExecutionProvider.Cpu });

    /// <summary>Scores rows of features.</summary>
    /// <param name="features">Rows of <see cref="SpanFeatures.Count"/> values.</param>
    /// <param name="scores">One score a row.</param>
    public void Score(Memory<float> features, Memory<float> scores)
    {
        long[] rows = [scores.Length, SpanFeatures.Count];
        long[] columns = [scores.Length, 1];
        using var input = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, features[..(scores.Length * SpanFeatures.Count)], rows);
        using var output = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, scores, columns);
        _session.Run(_run, [Input], [input], [Output], [output]);
    }

    /// <summary>Scores all candidates of a document for a question.</summary>
    /// <param name="analysis">The document.</param>
    /// <param name="match">The question.</param>
    /// <param name="scores">One score a candidate.</param>
    public void Score(DocumentAnalysis analysis, QuestionMatch match, Memory<float> scores)
    {
        var length = analysis.Candidates.Length * SpanFeatures.Count;
        var features = ArrayPool<float>.Shared.Rent(length);
        try
        {
            analysis.WriteFeatures(match, features.AsSpan(0, length));
            Score(features.AsMemory(0, length), scores);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(features);
        }
    }

    /// <summary>Chooses the answer of a document to a question.</summary>
    public SpanDecision Decide(DocumentAnalysis analysis, QuestionMatch match)
    {
        var count = analysis.Candidates.Length;
        if (count == 0)
        {
            return SpanDecision.Of([], []);
        }

        var scores = ArrayPool<float>.Shared.Rent(count);
        try
        {
            Score(analysis, match, scores.AsMemory(0, count));
            return SpanDecision.Of(analysis.Candidates, scores.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }
}
