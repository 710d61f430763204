namespace AspireMl.Statistics.Sampling;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every runtime, which <see cref="Random"/> does not promise,
/// from a state of eight bytes that a sketch can carry.
/// </summary>
/// <param name="state">Decides all numbers.</param>
public struct SplitMix64(ulong state)
{
    const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>Where it is.</summary>
    public ulong State { get; private set; } = state;

    /// <summary>The number after so many others, from 1, without making those.</summary>
    /// <param name="state">The state to begin with.</param>
    /// <param name="place">Which number.</param>
    public static ulong At(ulong state, ulong place) => Mix(state + (Step * place));

    /// <summary>Its finaliser: every bit of the number changes about half of the bits of what comes out.</summary>
    public static ulong Mix(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    /// <summary>A number from 0 to below 1, from the 53 highest bits.</summary>
    public static double ToUnit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    /// <summary>64 random bits.</summary>
    public ulong Next() => Mix(State += Step);

    /// <summary>A number from 0 to below the bound, by multiplication and shift (bias below bound ÷ 2⁶⁴).</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);
}
