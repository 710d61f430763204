using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>Reads ranges of rows into sketches; those of datasets, which change seldom, are kept for a while.</summary>
sealed class Sketches(RowTables tables, IOptions<DriftOptions> options) : IDisposable
{
    const int MostKept = 64;

    readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>Reads the answers or dataset rows of a model.</summary>
    /// <exception cref="RefusalException">The model has no dataset: status 404.</exception>
    public async Task<TableSketch> ReadAsync(WatchedModel model, RowRange range, bool mayBeKept, CancellationToken cancellation)
    {
        mayBeKept &= range.Source != RowSource.Answers && options.Value.ReferenceLifetime > TimeSpan.Zero;
        if (mayBeKept && _kept.TryGetValue((model.Name, range), out TableSketch? kept) && kept is not null)
        {
            return kept;
        }

        var sketch = await TableSketch.ReadAsync(await tables.OpenAsync(model, range, cancellation), options.Value.MaxRows, cancellation);
        if (mayBeKept)
        {
            _kept.Set((model.Name, range), sketch, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = options.Value.ReferenceLifetime });
        }

        return sketch;
    }

    public void Dispose() => _kept.Dispose();
}
