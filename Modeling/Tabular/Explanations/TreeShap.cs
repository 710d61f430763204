namespace AspireMl.Modeling.Tabular.Explanations;

/// <summary>
/// Exact Shapley values of tree ensembles with path-dependent expectations: algorithm 2 of Lundberg, Erion and Lee,
/// "Consistent Individualized Feature Attribution for Tree Ensembles" (2018).
/// </summary>
static class TreeShap
{
    public static double Explain(TreeEnsemble trees, ReadOnlySpan<float> row, int target, Span<double> contributions)
    {
        contributions.Clear();
        var paths = Paths(trees);
        var expected = target < trees.BaseValues.Count ? (double)trees.BaseValues[target] : 0;
        foreach (var root in trees.Roots)
        {
            AddTree(trees, root, row, target, contributions, paths);
            expected += Expectation(trees, root, target);
        }

        return expected;
    }

    /// <summary>Memory for <see cref="AddTree"/>: a path for each depth, since a branch works on a copy of its parent's.</summary>
    public static PathElement[] Paths(TreeEnsemble trees) => new PathElement[(trees.Depth + 2) * (trees.Depth + 2)];

    /// <summary>Adds what one tree gives to a row's contributions.</summary>
    public static void AddTree(TreeEnsemble trees, int root, ReadOnlySpan<float> row, int target, Span<double> contributions, PathElement[] paths) =>
        new Walk(trees, row, target, contributions, paths, trees.Depth + 2).Visit(root, 0, 0, 1, 1, -1);

    /// <summary>What a tree is expected to give over the training rows.</summary>
    public static double Expectation(TreeEnsemble trees, int node, int target)
    {
        var (yes, no) = (trees.WhenTrue[node], trees.WhenFalse[node]);
        return yes < 0
            ? trees.Targets[node] == target ? trees.Weights[node] : 0
            : ((trees.Covers[yes] * Expectation(trees, yes, target)) + (trees.Covers[no] * Expectation(trees, no, target))) / (trees.Covers[yes] + trees.Covers[no]);
    }

    internal struct PathElement
    {
        public int Feature;
        public double Zero;
        public double One;
        public double Weight;
    }

    readonly ref struct Walk(TreeEnsemble trees, ReadOnlySpan<float> row, int target, Span<double> contributions, PathElement[] paths, int longest)
    {
        readonly ReadOnlySpan<float> _row = row;
        readonly Span<double> _contributions = contributions;

        public void Visit(int node, int level, int depth, double zero, double one, int feature)
        {
            var path = paths.AsSpan(level * longest, longest);
            if (level > 0)
            {
                paths.AsSpan((level - 1) * longest, depth).CopyTo(path);
            }

            Extend(path, depth, zero, one, feature);
            var (yes, no) = (trees.WhenTrue[node], trees.WhenFalse[node]);
            if (yes < 0)
            {
                if (trees.Targets[node] == target)
                {
                    Credit(path, depth, trees.Weights[node]);
                }

                return;
            }

            var split = trees.Features[node];
            var value = _row[split];
            var isTrue = float.IsNaN(value) ? trees.MissingIsTrue[node] : value < trees.Thresholds[node];
            var (hot, cold) = isTrue ? (yes, no) : (no, yes);
            var (earlierZero, earlierOne) = (1.0, 1.0);
            for (var i = 1; i <= depth; i++)
            {
                if (path[i].Feature == split)
                {
                    (earlierZero, earlierOne) = (path[i].Zero, path[i].One);
                    Unwind(path, depth--, i);
                    break;
                }
            }

            var cover = trees.Covers[yes] + trees.Covers[no];
            Visit(hot, level + 1, depth + 1, earlierZero * trees.Covers[hot] / cover, earlierOne, split);
            Visit(cold, level + 1, depth + 1, earlierZero * trees.Covers[cold] / cover, 0, split);
        }

        void Credit(Span<PathElement> path, int depth, double weight)
        {
            for (var i = 1; i <= depth; i++)
            {
                _contributions[path[i].Feature] += UnwoundSum(path, depth, i) * (path[i].One - path[i].Zero) * weight;
            }
        }
    }

    /// <summary>Adds a feature to a path of that many features; its weights are then those of the longer path.</summary>
    internal static void Extend(Span<PathElement> path, int depth, double zero, double one, int feature)
    {
        path[depth] = new() { Feature = feature, Zero = zero, One = one, Weight = depth == 0 ? 1 : 0 };
        for (var i = depth - 1; i >= 0; i--)
        {
            path[i + 1].Weight += one * path[i].Weight * (i + 1) / (depth + 1);
            path[i].Weight = zero * path[i].Weight * (depth - i) / (depth + 1);
        }
    }

    static void Unwind(Span<PathElement> path, int depth, int index)
    {
        var (one, zero) = (path[index].One, path[index].Zero);
        var next = path[depth].Weight;
        for (var i = depth - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                var weight = path[i].Weight;
                path[i].Weight = next * (depth + 1) / ((i + 1) * one);
                next = weight - (path[i].Weight * zero * (depth - i) / (depth + 1));
            }
            else
            {
                path[i].Weight = path[i].Weight * (depth + 1) / (zero * (depth - i));
            }
        }

        for (var i = index; i < depth; i++)
        {
            path[i] = path[i] with { Feature = path[i + 1].Feature, Zero = path[i + 1].Zero, One = path[i + 1].One };
        }
    }

    /// <summary>The sum of the weights of a path without one of its features.</summary>
    internal static double UnwoundSum(ReadOnlySpan<PathElement> path, int depth, int index)
    {
        var (one, zero) = (path[index].One, path[index].Zero);
        var (next, total) = (path[depth].Weight, 0.0);
        for (var i = depth - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                var weight = next * (depth + 1) / ((i + 1) * one);
                total += weight;
                next = path[i].Weight - (weight * zero * (depth - i) / (depth + 1));
            }
            else
            {
                total += path[i].Weight * (depth + 1) / (zero * (depth - i));
            }
        }

        return total;
    }
}
