using System.Runtime.InteropServices;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tabular;

/// <summary>A linear model: intercept + Σ coefficient · (x − mean), with the mean in place of a missing value.</summary>
/// <param name="Means">One value a feature.</param>
/// <param name="Coefficients">One value a feature.</param>
/// <param name="Intercept">The prediction at the means.</param>
public sealed record LinearGraph(float[] Means, float[] Coefficients, float Intercept)
{
    const string MeansName = "means";
    const string CoefficientsName = "coefficients";
    const string InterceptName = "intercept";

    /// <summary>Writes the ONNX graph of a tabular package.</summary>
    public byte[] ToOnnx(string name) => new GraphBuilder(name)
        .Input<float>(TabularModel.Input, -1, Means.Length)
        .Output<float>(TabularModel.Output, -1, 1)
        .Initializer(MeansName, [1, Means.Length], Means)
        .Initializer(CoefficientsName, [Means.Length, 1], Coefficients)
        .Initializer(InterceptName, [1], [Intercept])
        .Node("IsNaN", [TabularModel.Input], ["missing"])
        .Node("Where", ["missing", MeansName, TabularModel.Input], ["complete"])
        .Node("Sub", ["complete", MeansName], ["centred"])
        .Node("MatMul", ["centred", CoefficientsName], ["sum"])
        .Node("Add", ["sum", InterceptName], [TabularModel.Output])
        .ToBytes();

    /// <summary>Reads the terms back, or null when the graph is another one.</summary>
    public static LinearGraph? Read(byte[] graph)
    {
        var tensors = ModelProto.Parser.ParseFrom(graph).Graph.Initializer.ToDictionary(tensor => tensor.Name, tensor => tensor.RawData.ToByteArray());
        return tensors.TryGetValue(MeansName, out var means) && tensors.TryGetValue(CoefficientsName, out var coefficients)
            && tensors.TryGetValue(InterceptName, out var intercept) && means.Length == coefficients.Length && intercept.Length == sizeof(float)
            ? new(Floats(means), Floats(coefficients), Floats(intercept)[0])
            : null;
    }

    /// <summary>What the graph gives for a row, but summed in doubles.</summary>
    /// <param name="row">One value a feature; NaN is missing.</param>
    public double Predict(ReadOnlySpan<float> row)
    {
        var sum = (double)Intercept;
        for (var i = 0; i < Coefficients.Length; i++)
        {
            sum += Term(row, i);
        }

        return sum;
    }

    internal double Explain(ReadOnlySpan<float> row, Span<double> contributions)
    {
        for (var i = 0; i < Coefficients.Length; i++)
        {
            contributions[i] = Term(row, i);
        }

        return Intercept;
    }

    double Term(ReadOnlySpan<float> row, int i) => float.IsNaN(row[i]) ? 0 : Coefficients[i] * ((double)row[i] - Means[i]);

    static float[] Floats(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
