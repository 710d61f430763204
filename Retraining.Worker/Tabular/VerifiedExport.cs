using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>Writes a package and has it answer the held-out rows as its trainer did.</summary>
internal static class VerifiedExport
{
    const string Graph = "model.onnx";
    const string Sample = "sample.json";
    const float Tolerance = 1e-4f;

    /// <summary>Writes the package. The same content gives the same bytes.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="card">The card without what describes the graph.</param>
    /// <param name="trained">The graph and its trainer's predictions.</param>
    /// <param name="heldOut">The rows that were predicted, at least 1.</param>
    /// <exception cref="InvalidOperationException">The graph answers otherwise than its trainer.</exception>
    public static ModelPackage Write(string folder, ModelCard card, Trained trained, TabularData heldOut)
    {
        var row = heldOut.Row(0).ToArray();
        var sample = new TabularSample([.. row.Select(value => float.IsNaN(value) ? (float?)null : value)], [trained.Predicted[0]]);
        var package = ModelPackageWriter.Write(folder, card with { Graph = Graph, Sample = Sample }, new Dictionary<string, ReadOnlyMemory<byte>>
        {
            [Graph] = trained.Graph,
            [Sample] = JsonSerializer.SerializeToUtf8Bytes(sample, JsonSerializerOptions.Web),
        });
        Check(package, trained, heldOut);
        return package;
    }

    static void Check(ModelPackage package, Trained trained, TabularData heldOut)
    {
        using var model = TabularModel.Open(package);
        var served = new float[heldOut.Rows];
        model.Predict(heldOut.Features, served);
        // Leaves as large as the largest prediction are summed even where their sum is near zero.
        var allowed = Tolerance * MathF.Max(1, trained.Predicted.Max(MathF.Abs));
        for (var i = 0; i < served.Length; i++)
        {
            if (!(MathF.Abs(served[i] - trained.Predicted[i]) <= allowed))
            {
                throw new InvalidOperationException($"The ONNX export gives {served[i]} for row {i + 1}, but its trainer {trained.Predicted[i]}; the package must not be used.");
            }
        }
    }
}
