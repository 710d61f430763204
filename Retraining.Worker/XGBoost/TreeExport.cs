using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Retraining.Worker.XGBoost;

/// <summary>Writes XGBoost's trees as an ONNX graph: rows of float32 features in, one float32 sum of leaves out.</summary>
internal static class TreeExport
{
    /// <summary>Exports a model.</summary>
    /// <param name="json">The model in XGBoost's JSON format, one output, base score 0.</param>
    /// <param name="name">Name of the graph.</param>
    /// <param name="input">Name of the input, float32 [rows, features].</param>
    /// <param name="output">Name of the output, float32 [rows, 1].</param>
    public static byte[] ToOnnx(byte[] json, string name, string input, string output)
    {
        using var model = JsonDocument.Parse(json);
        var learner = model.RootElement.GetProperty("learner");
        var features = long.Parse(learner.GetProperty("learner_model_param").GetProperty("num_feature").GetString()!);
        var ensemble = new TreeEnsembleRegressor();
        AddTrees(ensemble, 0, learner);
        var graph = new GraphBuilder(name).Input<float>(input, -1, features).Output<float>(output, -1, 1);
        return ensemble.AddTo(graph, input, output).ToBytes();
    }

    /// <summary>Exports the mean of several models of the same features, with the covers that explanations need.</summary>
    /// <param name="models">The models in XGBoost's JSON format, each one output, base score 0.</param>
    /// <param name="name">Name of the graph.</param>
    /// <param name="columns">Number of features.</param>
    /// <param name="input">Name of the input, float32 [rows, features].</param>
    /// <param name="output">Name of the output, float32 [rows, 1].</param>
    /// <param name="bias">Added to every sum.</param>
    /// <param name="link"><see cref="TabularLinks.Log"/> where the sum is the logarithm of the prediction.</param>
    public static byte[] ToOnnx(IReadOnlyList<byte[]> models, string name, int columns, string input, string output, float bias, string? link = null)
    {
        var ensemble = new TreeEnsembleRegressor();
        var trees = 0;
        foreach (var json in models)
        {
            using var model = JsonDocument.Parse(json);
            trees = AddTrees(ensemble, trees, model.RootElement.GetProperty("learner"), 1f / models.Count, withCovers: true);
        }

        var graph = new GraphBuilder(name).Input<float>(input, -1, columns).Output<float>(output, -1, 1);
        return link == TabularLinks.Log
            ? ensemble.AddTo(graph, input, "sum", bias).Node("Exp", ["sum"], [output]).ToBytes()
            : ensemble.AddTo(graph, input, output, bias).ToBytes();
    }

    static int AddTrees(TreeEnsembleRegressor ensemble, int index, JsonElement learner, float share = 1, bool withCovers = false)
    {
        foreach (var tree in learner.GetProperty("gradient_booster").GetProperty("model").GetProperty("trees").EnumerateArray())
        {
            Add(ensemble, index++, tree, share, withCovers);
        }

        return index;
    }

    static void Add(TreeEnsembleRegressor ensemble, int index, JsonElement tree, float share, bool withCovers)
    {
        var covers = tree.GetProperty("sum_hessian");
        var left = tree.GetProperty("left_children");
        var right = tree.GetProperty("right_children");
        var columns = tree.GetProperty("split_indices");
        var conditions = tree.GetProperty("split_conditions");
        var missingLeft = tree.GetProperty("default_left");
        for (var node = 0; node < left.GetArrayLength(); node++)
        {
            var value = conditions[node].GetSingle();
            var cover = withCovers ? covers[node].GetSingle() : 0;
            if (left[node].GetInt32() < 0)
            {
                ensemble.Leaf(index, node, value * share, cover: cover);
            }
            else
            {
                ensemble.Branch(
                    index, node, columns[node].GetInt32(), value, left[node].GetInt32(), right[node].GetInt32(), IsTrue(missingLeft[node]), cover);
            }
        }
    }

    static bool IsTrue(JsonElement flag) => flag.ValueKind == JsonValueKind.True || (flag.ValueKind == JsonValueKind.Number && flag.GetInt32() != 0);
}
