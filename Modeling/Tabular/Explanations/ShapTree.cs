using System.Runtime.InteropServices;

namespace AspireMl.Modeling.Tabular.Explanations;

/// <summary>One tree whose leaves know what they add for every subset of the features on their paths.</summary>
sealed class ShapTree
{
    // Larger tables are slower than walking the tree.
    const int MostEntries = 1 << 19;

    readonly TreeEnsemble _trees;
    readonly List<Step> _steps = [];
    readonly List<double> _table = [];
    readonly uint[] _followed;

    ShapTree(TreeEnsemble trees, int root, int target)
    {
        _trees = trees;
        AddNode(root, parent: -1, isTrue: false, [], target);
        _followed = new uint[_steps.Count];
        _followed[0] = uint.MaxValue;
    }

    /// <summary>Makes the tables of a tree, or null where they would be too large.</summary>
    public static ShapTree? Tabulate(TreeEnsemble trees, int root, int target) => Entries(trees, root, []) <= MostEntries ? new(trees, root, target) : null;

    /// <summary>Adds what the tree gives to one row's contributions. Not for several threads at once.</summary>
    public void Add(ReadOnlySpan<float> row, Span<double> contributions)
    {
        var steps = CollectionsMarshal.AsSpan(_steps);
        var table = CollectionsMarshal.AsSpan(_table);
        for (var index = 0; index < steps.Length; index++)
        {
            ref readonly var step = ref steps[index];
            if (step.Parent >= 0)
            {
                ref readonly var parent = ref steps[step.Parent];
                _followed[index] = _followed[step.Parent] & (GoesTrue(parent.Node, row) == step.IsTrue ? uint.MaxValue : ~(1u << parent.Bit));
            }

            if (step.Features is { } features)
            {
                var place = step.Table + ((int)(_followed[index] & ((1u << features.Length) - 1)) * features.Length);
                for (var feature = 0; feature < features.Length; feature++)
                {
                    contributions[features[feature]] += table[place + feature];
                }
            }
        }
    }

    static long Entries(TreeEnsemble trees, int node, List<int> path)
    {
        if (trees.WhenTrue[node] < 0)
        {
            return (long)path.Count << Math.Min(path.Count, 31);
        }

        var isNew = !path.Contains(trees.Features[node]);
        List<int> longer = isNew ? [.. path, trees.Features[node]] : path;
        return Entries(trees, trees.WhenTrue[node], longer) + Entries(trees, trees.WhenFalse[node], longer);
    }

    bool GoesTrue(int node, ReadOnlySpan<float> row)
    {
        var value = row[_trees.Features[node]];
        return float.IsNaN(value) ? _trees.MissingIsTrue[node] : value < _trees.Thresholds[node];
    }

    void AddNode(int node, int parent, bool isTrue, List<(int Feature, double Zero)> path, int target)
    {
        var (yes, no) = (_trees.WhenTrue[node], _trees.WhenFalse[node]);
        if (yes < 0)
        {
            // A leaf of another target adds nothing, nor does one that no feature leads to.
            var adds = path.Count > 0 && _trees.Targets[node] == target;
            _steps.Add(new(node, parent, isTrue, 0, adds ? [.. path.Select(step => step.Feature)] : null, _table.Count));
            if (adds)
            {
                AddTable(path, _trees.Weights[node]);
            }

            return;
        }

        var bit = path.FindIndex(step => step.Feature == _trees.Features[node]);
        bit = bit < 0 ? path.Count : bit;
        var index = _steps.Count;
        _steps.Add(new(node, parent, isTrue, bit, null, 0));
        var cover = _trees.Covers[yes] + _trees.Covers[no];
        AddNode(yes, index, true, Through(path, bit, _trees.Features[node], _trees.Covers[yes] / cover), target);
        AddNode(no, index, false, Through(path, bit, _trees.Features[node], _trees.Covers[no] / cover), target);
    }

    static List<(int Feature, double Zero)> Through(List<(int Feature, double Zero)> path, int bit, int feature, double share)
    {
        List<(int Feature, double Zero)> longer = [.. path];
        if (bit == longer.Count)
        {
            longer.Add((feature, share));
        }
        else
        {
            longer[bit] = (feature, longer[bit].Zero * share);
        }

        return longer;
    }

    void AddTable(List<(int Feature, double Zero)> path, double weight)
    {
        var elements = new TreeShap.PathElement[path.Count + 1];
        for (var followed = 0; followed < 1 << path.Count; followed++)
        {
            TreeShap.Extend(elements, 0, 1, 1, -1);
            for (var i = 0; i < path.Count; i++)
            {
                TreeShap.Extend(elements, i + 1, path[i].Zero, One(i), path[i].Feature);
            }

            for (var i = 0; i < path.Count; i++)
            {
                _table.Add(TreeShap.UnwoundSum(elements, path.Count, i + 1) * (One(i) - path[i].Zero) * weight);
            }

            double One(int i) => (followed >> i) & 1;
        }
    }

    // Parents stand before their children. Bit is the place of a branch's feature on its path.
    readonly record struct Step(int Node, int Parent, bool IsTrue, int Bit, int[]? Features, int Table);
}
