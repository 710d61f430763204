using AspireMl.Modeling.Onnx;
using AspireMl.Modeling.Onnx.Folding;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Tests.Onnx.Folding;

/// <summary>A network as it was and folded, which must give the same.</summary>
static class Folded
{
    /// <summary>Checks that the folded network gives what it gave before, for values from −6 to 6.</summary>
    /// <param name="model">One input and one output.</param>
    /// <param name="shape">Of the input.</param>
    /// <returns>The operators of the folded network, constants left out.</returns>
    public static IReadOnlyList<string> Same(byte[] model, params long[] shape) =>
        Same(model, [.. Random((int)shape.Aggregate((a, b) => a * b), 7).Select(value => value * 6)], shape);

    /// <summary>Checks that the folded network gives what it gave before.</summary>
    /// <inheritdoc cref="Same(byte[], long[])"/>
    public static IReadOnlyList<string> Same(byte[] model, float[] values, params long[] shape)
    {
        var folded = ConvolutionFolding.Fold(model);
        var (before, after) = (Run(model, values, shape), Run(folded, values, shape));
        Assert.Equal(before.Length, after.Length);
        Assert.True(before.Max() - before.Min() > 1e-3, "The network gives the same everywhere: comparing tells nothing.");
        var tolerance = 2e-5f * Math.Max(1, before.Max(MathF.Abs));
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, tolerance));
        return [.. ModelProto.Parser.ParseFrom(folded).Graph.Node.Select(node => node.OpType).Where(operation => operation != "Constant")];
    }

    /// <summary>Values from −1 to 1, the same for the same seed.</summary>
    public static float[] Random(int count, int seed)
    {
        var random = new Random(seed);
        var values = new float[count];
        foreach (ref var value in values.AsSpan())
        {
            value = (random.NextSingle() * 2) - 1;
        }

        return values;
    }

    static float[] Run(byte[] model, float[] values, long[] shape)
    {
        using var session = OnnxSession.Open(model);
        using var run = new RunOptions();
        using var tensor = OrtValue.CreateTensorValueFromMemory(values, shape);
        using var results = session.Run(run, [session.InputNames[0]], [tensor], [session.OutputNames[0]]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
