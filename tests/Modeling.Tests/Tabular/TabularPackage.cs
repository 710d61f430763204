using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Modeling.Tests.Tabular;

/// <summary>A package of random trees, in a folder that is removed at the end.</summary>
sealed class TabularPackage : IDisposable
{
    public const int Columns = 4;

    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-tabular-").FullName;

    public static ModelCard Card => new()
    {
        Name = "kiln",
        Version = "1.0.0",
        Task = ModelTasks.TabularRegression,
        Description = "For tests.",
        License = "MIT",
        Architecture = "tree-ensemble",
        Files = new Dictionary<string, string>(),
        Graph = "model.onnx",
        Inputs = [],
        Outputs = [],
        Sample = "sample.json",
        Features = ["a", "b", "c", "d"],
        Tabular = new()
        {
            Target = new("quality"),
            Features = [.. "abcd".Select(name => new FeatureCard { Name = $"{name}", Kind = FeatureKinds.Numeric, Minimum = 0, Maximum = 1 })],
        },
    };

    public static byte[] Graph(int seed, int trees = 5, int depth = 4, bool covers = true)
    {
        var random = new Random(seed);
        var ensemble = new TreeEnsembleRegressor();
        for (var tree = 0; tree < trees; tree++)
        {
            var next = 1;
            Grow(tree, 0, depth, 100f, ref next);
        }

        return ensemble.AddTo(new GraphBuilder("kiln").Input<float>(TabularModel.Input, -1, Columns).Output<float>(TabularModel.Output, -1, 1), TabularModel.Input, TabularModel.Output, 3f).ToBytes();

        void Grow(int tree, int node, int left, float cover, ref int next)
        {
            if (left == 0 || (node > 0 && random.Next(6) == 0))
            {
                ensemble.Leaf(tree, node, random.NextSingle() - 0.5f, cover: covers ? cover : 0);
                return;
            }

            var (below, notBelow) = (next++, next++);
            var share = 0.1f + (0.8f * random.NextSingle());
            ensemble.Branch(tree, node, random.Next(Columns), random.NextSingle(), below, notBelow, random.Next(2) == 0, covers ? cover : 0);
            Grow(tree, below, left - 1, cover * share, ref next);
            Grow(tree, notBelow, left - 1, cover * (1 - share), ref next);
        }
    }

    public ModelPackage Write(byte[] graph, float[]? outputs = null, ModelCard? card = null)
    {
        float[] row = [0.1f, 0.2f, 0.3f, 0.4f];
        outputs ??= Graphs(graph, row);
        var sample = $$"""{"row":[0.1,0.2,0.3,0.4],"outputs":[{{outputs[0]:R}}]}""";
        return ModelPackageWriter.Write(Path.Combine(_folder, "package"), card ?? Card, new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["model.onnx"] = graph,
            ["sample.json"] = System.Text.Encoding.UTF8.GetBytes(sample),
        });
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    static float[] Graphs(byte[] graph, float[] row)
    {
        using var session = OnnxSession.Open(graph);
        using var run = new Microsoft.ML.OnnxRuntime.RunOptions();
        using var tensor = Microsoft.ML.OnnxRuntime.OrtValue.CreateTensorValueFromMemory(row, [1, Columns]);
        using var results = session.Run(run, [TabularModel.Input], [tensor], [TabularModel.Output]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
