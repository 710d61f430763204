using System.ComponentModel.DataAnnotations;

namespace AspireMl.Inference.Api.Work;

/// <summary>How much is worked on at once; section <c>Work</c>.</summary>
public sealed class WorkOptions
{
    /// <value>Threads that answer requests; 0 is one for each core. Default 0, to 256.</value>
    [Range(0, 256)]
    public int Workers { get; set; }

    /// <value>Requests that may wait for a worker; one more is refused with 429. Default 32, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int Capacity { get; set; } = 32;

    internal int EffectiveWorkers => Workers > 0 ? Workers : Environment.ProcessorCount;
}
