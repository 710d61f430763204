using System.Runtime.CompilerServices;
using AspireMl.Contracts.Models;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>Rows with what their columns mean.</summary>
sealed record RowTable(IReadOnlyList<FeatureCard> Features, TargetCard Target, IAsyncEnumerable<WatchedRow> Rows)
{
    /// <summary>The same rows in the columns of a model.</summary>
    public RowTable AlignTo(TabularCard schema) => new(schema.Features, schema.Target, Align(new(Features, Target, schema)));

    async IAsyncEnumerable<WatchedRow> Align(VersionColumns columns, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in Rows.WithCancellation(cancellation))
        {
            yield return row with { Features = columns.Features(row.Features), Value = columns.Value(row.Value) };
        }
    }
}
