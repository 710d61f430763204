using AspireMl.Modeling.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Tests.Onnx;

/// <summary>Runs small graphs with one input and one output.</summary>
static class Graphs
{
    public static float[] Run(GraphBuilder graph, string input, float[] values, long[] shape, string output)
    {
        using var session = OnnxSession.Open(graph.ToBytes());
        using var run = new RunOptions();
        using var tensor = OrtValue.CreateTensorValueFromMemory(values, shape);
        using var results = session.Run(run, [input], [tensor], [output]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
