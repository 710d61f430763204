using AspireMl.Statistics.Sampling;

namespace AspireMl.Retraining.Worker.SpanReader.Generation;

/// <summary>SplitMix64: the same seed gives the same documents on every runtime and platform, which System.Random does not promise.</summary>
internal sealed class Dice(ulong seed)
{
    SplitMix64 _bits = new(seed);

    public static Dice For(string key) => new(StableHash.Of(key));

    public ulong NextBits() => _bits.Next();

    /// <summary>A whole number from 0 up to, but not including, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(NextBits() % (ulong)count);

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public double Unit() => SplitMix64.ToUnit(NextBits());

    public double Between(double low, double high) => low + (Unit() * (high - low));

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    public T[] Shuffled<T>(IEnumerable<T> from)
    {
        var all = from.ToArray();
        for (var i = all.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all;
    }

    public IEnumerable<T> Sample<T>(IEnumerable<T> from, int count) => Shuffled(from).Take(count);
}
