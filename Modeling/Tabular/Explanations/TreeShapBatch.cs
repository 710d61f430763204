using System.Numerics.Tensors;

namespace AspireMl.Modeling.Tabular.Explanations;

/// <summary>
/// The values of <see cref="TreeShap"/> for many rows. What a leaf adds depends only on which features of its path a row follows, so that each
/// leaf's additions are tabulated once, for all subsets of its features (Yang, "Fast TreeSHAP", 2021), and looked up for each row.
/// </summary>
static class TreeShapBatch
{
    public static double Explain(TreeEnsemble trees, ReadOnlyMemory<float> rows, int columns, int target, Memory<double> contributions, CancellationToken cancellation)
    {
        contributions.Span.Clear();
        // The sums of each part are added in order, so that the same machine gives the same bits.
        var parts = Math.Clamp(Environment.ProcessorCount, 1, Math.Max(1, trees.Roots.Count));
        var sums = new double[parts][];
        Parallel.For(0, parts, new() { CancellationToken = cancellation }, part =>
        {
            sums[part] = new double[contributions.Length];
            for (var tree = part; tree < trees.Roots.Count; tree += parts)
            {
                cancellation.ThrowIfCancellationRequested();
                Add(trees, trees.Roots[tree], rows.Span, columns, target, sums[part]);
            }
        });
        foreach (var sum in sums)
        {
            TensorPrimitives.Add(contributions.Span, sum, contributions.Span);
        }

        return (target < trees.BaseValues.Count ? trees.BaseValues[target] : 0) + trees.Roots.Sum(root => TreeShap.Expectation(trees, root, target));
    }

    static void Add(TreeEnsemble trees, int root, ReadOnlySpan<float> rows, int columns, int target, double[] sums)
    {
        if (ShapTree.Tabulate(trees, root, target) is { } tree)
        {
            for (var start = 0; start < rows.Length; start += columns)
            {
                tree.Add(rows.Slice(start, columns), sums.AsSpan(start, columns));
            }
        }
        else
        {
            var paths = TreeShap.Paths(trees);
            for (var start = 0; start < rows.Length; start += columns)
            {
                TreeShap.AddTree(trees, root, rows.Slice(start, columns), target, sums.AsSpan(start, columns), paths);
            }
        }
    }
}
