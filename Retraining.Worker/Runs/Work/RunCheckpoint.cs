using AspireMl.Retraining.Worker.Tabular.Trees;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>What an attempt leaves to the next one.</summary>
/// <param name="DataHash">The data that it belongs to.</param>
/// <param name="Seed">The seed that it belongs to.</param>
/// <param name="Scores">Settings that were tried, by the number of their draw.</param>
internal sealed record RunCheckpoint(string DataHash, int Seed, IReadOnlyDictionary<int, TreeScore> Scores);
