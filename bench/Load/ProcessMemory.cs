namespace AspireMl.Bench.Load;

/// <summary>Memory of a process, in MiB.</summary>
/// <param name="Resident">All that it has in memory.</param>
/// <param name="Managed">What the garbage collector had committed at its last collection.</param>
internal sealed record ProcessMemory(double Resident, double Managed)
{
    /// <summary>The larger of each.</summary>
    public ProcessMemory OrMore(ProcessMemory other) => new(Math.Max(Resident, other.Resident), Math.Max(Managed, other.Managed));
}
