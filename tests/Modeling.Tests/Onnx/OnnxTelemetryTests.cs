using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tests.Onnx;

public sealed class OnnxTelemetryTests
{
    [Fact]
    public void Sessions_are_reported_to_nobody()
    {
        Graphs.Run(new GraphBuilder("same").Input<float>("x", -1).Output<float>("y", -1).Node("Identity", ["x"], ["y"]), "x", [1], [1], "y");

        // ONNX Runtime opens this file when it begins to report, before the first session is there.
        Assert.False(File.Exists(Path.Combine(Path.GetTempPath(), $"mat-debug-{Environment.ProcessId}.log")));
    }
}
