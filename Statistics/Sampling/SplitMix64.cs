namespace AspireMl.Statistics.Sampling;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every runtime, which <see cref="Random"/> does not promise,
/// from a state of eight bytes that a sketch can carry.
/// </summary>
internal struct SplitMix64(ulong state)
{
    public ulong State { get; private set; } = state;

    public ulong Next()
    {
        var mixed = State += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to below the bound, by multiplication and shift (bias below bound ÷ 2⁶⁴).</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);
}
