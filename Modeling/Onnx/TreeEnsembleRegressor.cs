namespace AspireMl.Modeling.Onnx;

/// <summary>
/// Collects the nodes of regression trees and adds them to a graph as one <c>TreeEnsembleRegressor</c>, which sums the
/// leaves that a row reaches. Rows are float32 [N, F], outputs float32 [N, targets].
/// </summary>
/// <param name="targets">Values per row, at least 1.</param>
public sealed class TreeEnsembleRegressor(int targets = 1)
{
    readonly List<long> _trees = [], _nodes = [], _features = [], _whenTrue = [], _whenFalse = [], _missingIsTrue = [];
    readonly List<string> _modes = [];
    readonly List<float> _thresholds = [], _covers = [];
    readonly List<long> _leafTrees = [], _leafNodes = [], _leafTargets = [];
    readonly List<float> _weights = [];

    /// <summary>Adds an inner node: rows with feature &lt; threshold go one way, the others the other way.</summary>
    /// <param name="tree">The tree, from 0.</param>
    /// <param name="node">The node within its tree; the root is 0.</param>
    /// <param name="feature">Column of the row, from 0.</param>
    /// <param name="threshold">Compared as a 32-bit float.</param>
    /// <param name="below">Node for rows with feature &lt; threshold.</param>
    /// <param name="notBelow">Node for the other rows.</param>
    /// <param name="missingGoesBelow">Where rows with NaN in this feature go.</param>
    /// <param name="cover">Weight of the training rows that reached the node; 0 when it is not known.</param>
    public TreeEnsembleRegressor Branch(
        int tree, int node, int feature, float threshold, int below, int notBelow, bool missingGoesBelow = false, float cover = 0)
    {
        Add(tree, node, "BRANCH_LT", feature, threshold, below, notBelow, missingGoesBelow, cover);
        return this;
    }

    /// <summary>Adds a leaf.</summary>
    /// <param name="tree">The tree, from 0.</param>
    /// <param name="node">The node within its tree.</param>
    /// <param name="weight">What it adds.</param>
    /// <param name="target">To which value of the row, from 0.</param>
    /// <param name="cover">Weight of the training rows that reached the leaf; 0 when it is not known.</param>
    public TreeEnsembleRegressor Leaf(int tree, int node, float weight, int target = 0, float cover = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(target, targets);
        Add(tree, node, "LEAF", feature: 0, threshold: 0, below: 0, notBelow: 0, missingGoesBelow: false, cover);
        _leafTrees.Add(tree);
        _leafNodes.Add(node);
        _leafTargets.Add(target);
        _weights.Add(weight);
        return this;
    }

    /// <summary>
    /// Adds the operator to a graph. A link such as the logistic one is a node of its own after it (<c>Sigmoid</c>): ONNX
    /// Runtime leaves the operator's own <c>post_transform</c> out when there is one target.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="input">Name of the rows.</param>
    /// <param name="output">Name of the result.</param>
    /// <param name="baseValues">Added to each target's sum; one per target or none.</param>
    public GraphBuilder AddTo(GraphBuilder graph, string input, string output, params IReadOnlyList<float> baseValues)
    {
        List<AttributeProto> attributes =
        [
            GraphAttributes.OfInt("n_targets", targets),
            GraphAttributes.OfString("aggregate_function", "SUM"),
            GraphAttributes.OfString("post_transform", "NONE"),
            GraphAttributes.Ints("nodes_treeids", _trees),
            GraphAttributes.Ints("nodes_nodeids", _nodes),
            GraphAttributes.Ints("nodes_featureids", _features),
            GraphAttributes.Strings("nodes_modes", _modes),
            GraphAttributes.Floats("nodes_values", _thresholds),
            GraphAttributes.Ints("nodes_truenodeids", _whenTrue),
            GraphAttributes.Ints("nodes_falsenodeids", _whenFalse),
            GraphAttributes.Ints("nodes_missing_value_tracks_true", _missingIsTrue),
            GraphAttributes.Ints("target_treeids", _leafTrees),
            GraphAttributes.Ints("target_nodeids", _leafNodes),
            GraphAttributes.Ints("target_ids", _leafTargets),
            GraphAttributes.Floats("target_weights", _weights),
        ];
        // The standard's place for how often a node is reached; explanations need it, predictions do not.
        if (_covers.Exists(cover => cover > 0))
        {
            attributes.Add(GraphAttributes.Floats("nodes_hitrates", _covers));
        }

        if (baseValues.Count > 0)
        {
            attributes.Add(GraphAttributes.Floats("base_values", baseValues));
        }

        return graph.NodeOf(GraphBuilder.MachineLearning, "TreeEnsembleRegressor", [input], [output], attributes);
    }

    void Add(int tree, int node, string mode, int feature, float threshold, int below, int notBelow, bool missingGoesBelow, float cover)
    {
        _covers.Add(cover);
        _trees.Add(tree);
        _nodes.Add(node);
        _modes.Add(mode);
        _features.Add(feature);
        _thresholds.Add(threshold);
        _whenTrue.Add(below);
        _whenFalse.Add(notBelow);
        _missingIsTrue.Add(missingGoesBelow ? 1 : 0);
    }
}
