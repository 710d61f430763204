using System.ComponentModel.DataAnnotations;

namespace AspireMl.Inference.Api.Tabular;

/// <summary>Bounds on tabular predictions; section <c>Tabular</c>.</summary>
public sealed class TabularOptions
{
    const int Mebibyte = 1 << 20;

    /// <value>Most rows of a request. Default 10,000, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaxInstances { get; set; } = 10_000;

    /// <value>Most bytes of a request. Default 32 MiB, from 1 KiB to 512 MiB.</value>
    [Range(1024, 512 * Mebibyte)]
    public int MaxBytes { get; set; } = 32 * Mebibyte;

    /// <value>Most rows of a request that asks for contributions, which cost much more than predictions. Default 1,000, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaxExplained { get; set; } = 1000;

    /// <value>Requests that are predicted at once; 0 is one for each core. Default 0, to 256.</value>
    [Range(0, 256)]
    public int Workers { get; set; }

    /// <value>Requests that may wait for their turn; one more is refused with 429. Default 200, from 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int Capacity { get; set; } = 200;

    /// <value>Most rows of small requests for a model that share a run of it when processors are scarce; 1 has each run alone. Default 128, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaxSharedRows { get; set; } = 128;

    internal int EffectiveWorkers => Workers > 0 ? Workers : Environment.ProcessorCount;
}
