using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tabular.Explanations;

/// <summary>The trees of a graph's one TreeEnsembleRegressor, as arrays over all nodes.</summary>
sealed class TreeEnsemble
{
    const string Below = "BRANCH_LT";
    const string Leaf = "LEAF";

    TreeEnsemble(int count)
    {
        Features = new int[count];
        Thresholds = new float[count];
        WhenTrue = new int[count];
        WhenFalse = new int[count];
        MissingIsTrue = new bool[count];
        Covers = new double[count];
        Targets = new int[count];
        Weights = new double[count];
    }

    public int[] Features { get; }

    public float[] Thresholds { get; }

    /// <summary>The node for rows below the threshold; negative in leaves.</summary>
    public int[] WhenTrue { get; }

    public int[] WhenFalse { get; }

    public bool[] MissingIsTrue { get; }

    public double[] Covers { get; }

    public int[] Targets { get; }

    public double[] Weights { get; }

    public IReadOnlyList<int> Roots { get; private set; } = [];

    public IReadOnlyList<float> BaseValues { get; private set; } = [];

    public int Depth { get; private set; }

    public bool IsExplainable => Covers.Length > 0 && Array.TrueForAll(Covers, cover => cover > 0);

    /// <summary>Reads the trees, or null when the graph is not one ensemble of trees that split by less-than.</summary>
    public static TreeEnsemble? Read(byte[] graph)
    {
        var nodes = ModelProto.Parser.ParseFrom(graph).Graph.Node;
        if (nodes.Where(node => node.OpType == nameof(TreeEnsembleRegressor)).Take(2).ToArray() is not [var node])
        {
            return null;
        }

        var attributes = node.Attribute.ToDictionary(attribute => attribute.Name);
        string[] modes = [.. attributes["nodes_modes"].Strings.Select(mode => mode.ToStringUtf8())];
        return modes.All(mode => mode is Below or Leaf) ? Read(attributes, modes) : null;
    }

    static TreeEnsemble Read(Dictionary<string, AttributeProto> attributes, string[] modes)
    {
        var trees = attributes["nodes_treeids"].Ints;
        var ids = attributes["nodes_nodeids"].Ints;
        var places = Enumerable.Range(0, modes.Length).ToDictionary(i => (trees[i], ids[i]));
        var ensemble = new TreeEnsemble(modes.Length)
        {
            Roots = [.. places.Where(place => place.Key.Item2 == 0).Select(place => place.Value).Order()],
            BaseValues = attributes.TryGetValue("base_values", out var bases) ? [.. bases.Floats] : [],
        };
        for (var i = 0; i < modes.Length; i++)
        {
            var isLeaf = modes[i] == Leaf;
            ensemble.Features[i] = (int)attributes["nodes_featureids"].Ints[i];
            ensemble.Thresholds[i] = attributes["nodes_values"].Floats[i];
            ensemble.WhenTrue[i] = isLeaf ? -1 : places[(trees[i], attributes["nodes_truenodeids"].Ints[i])];
            ensemble.WhenFalse[i] = isLeaf ? -1 : places[(trees[i], attributes["nodes_falsenodeids"].Ints[i])];
            ensemble.MissingIsTrue[i] = attributes["nodes_missing_value_tracks_true"].Ints[i] != 0;
            ensemble.Covers[i] = attributes.TryGetValue("nodes_hitrates", out var covers) ? covers.Floats[i] : 0;
        }

        for (var leaf = 0; leaf < attributes["target_weights"].Floats.Count; leaf++)
        {
            var place = places[(attributes["target_treeids"].Ints[leaf], attributes["target_nodeids"].Ints[leaf])];
            ensemble.Targets[place] = (int)attributes["target_ids"].Ints[leaf];
            ensemble.Weights[place] = attributes["target_weights"].Floats[leaf];
        }

        ensemble.Depth = ensemble.Roots.Max(root => ensemble.DepthOf(root, modes.Length));
        return ensemble;
    }

    int DepthOf(int node, int budget) =>
        WhenTrue[node] < 0 ? 0
        : budget <= 0 ? throw new InvalidDataException("The trees of the graph go in circles.")
        : 1 + Math.Max(DepthOf(WhenTrue[node], budget - 1), DepthOf(WhenFalse[node], budget - 1));
}
