using AspireMl.Statistics.Sampling;

namespace AspireMl.Retraining.Worker.SpanReader.Generation;

/// <summary>Hashes that do not change between runs: FNV-1a of the UTF-16 units, then SplitMix64's finaliser.</summary>
internal static class StableHash
{
    public static ulong Of(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return SplitMix64.Mix(hash);
    }
}
