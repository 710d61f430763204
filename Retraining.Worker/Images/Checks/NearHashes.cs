using System.Numerics;

namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>
/// Finds hashes that differ in few bits without comparing each with each. Hashes are filed by their four blocks of 16 bits: two that differ in at
/// most 3 bits share a block, and two that differ in at most 7 have a block that differs in at most 1.
/// </summary>
internal sealed class NearHashes
{
    /// <summary>The largest distance that can be asked for.</summary>
    public const int MostDistance = 7;

    const int Bits = 16;
    const int Blocks = 64 / Bits;
    const int Values = 1 << Bits;

    readonly IReadOnlyList<ulong> _hashes;
    readonly int _distance;
    readonly int[][] _starts = new int[Blocks][];
    readonly int[][] _places = new int[Blocks][];

    /// <summary>Files hashes.</summary>
    /// <param name="hashes">The hashes.</param>
    /// <param name="distance">In how many bits two may differ, 0 to <see cref="MostDistance"/>.</param>
    public NearHashes(IReadOnlyList<ulong> hashes, int distance)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(distance, Math.Clamp(distance, 0, MostDistance));
        (_hashes, _distance) = (hashes, distance);
        for (var block = 0; block < Blocks; block++)
        {
            File(block);
        }
    }

    /// <summary>The places before one whose hashes are near its own; a place may come more than once.</summary>
    public IEnumerable<int> Before(int place)
    {
        var hash = _hashes[place];
        for (var block = 0; block < Blocks; block++)
        {
            foreach (var value in Probes(Block(hash, block)))
            {
                for (var at = _starts[block][value]; at < _starts[block][value + 1] && _places[block][at] < place; at++)
                {
                    if (BitOperations.PopCount(_hashes[_places[block][at]] ^ hash) <= _distance)
                    {
                        yield return _places[block][at];
                    }
                }
            }
        }
    }

    // By counting: where the places of each value begin, then the places in their order.
    void File(int block)
    {
        var starts = new int[Values + 1];
        foreach (var hash in _hashes)
        {
            starts[Block(hash, block) + 1]++;
        }

        for (var value = 0; value < Values; value++)
        {
            starts[value + 1] += starts[value];
        }

        var next = starts[..Values];
        var places = new int[_hashes.Count];
        for (var place = 0; place < places.Length; place++)
        {
            places[next[Block(_hashes[place], block)]++] = place;
        }

        (_starts[block], _places[block]) = (starts, places);
    }

    IEnumerable<int> Probes(int value)
    {
        yield return value;
        for (var bit = 0; _distance >= Blocks && bit < Bits; bit++)
        {
            yield return value ^ (1 << bit);
        }
    }

    static int Block(ulong hash, int block) => (int)(hash >> (block * Bits)) & (Values - 1);
}
