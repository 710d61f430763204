using System.Collections.Concurrent;
using AspireMl.Retraining.Worker.Tabular.Trees;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>What a search has found so far, so that one that was cut off goes on where it stopped. Safe for many threads.</summary>
/// <param name="earlier">Scores by the number of their draw.</param>
/// <param name="kept">Told of each new score with all scores.</param>
internal sealed class SearchMemory(IReadOnlyDictionary<int, TreeScore> earlier, Action<IReadOnlyDictionary<int, TreeScore>> kept)
{
    readonly ConcurrentDictionary<int, TreeScore> _scores = new(earlier);

    /// <summary>A memory for searches that are not resumed.</summary>
    public static SearchMemory None => new(new Dictionary<int, TreeScore>(), _ => { });

    public TreeScore? Find(int draw) => _scores.GetValueOrDefault(draw);

    public TreeScore Keep(int draw, TreeScore score)
    {
        _scores[draw] = score;
        kept(new SortedDictionary<int, TreeScore>(_scores));
        return score;
    }
}
