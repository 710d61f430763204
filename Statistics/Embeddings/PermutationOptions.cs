namespace AspireMl.Statistics.Embeddings;

/// <summary>How a permutation test shuffles.</summary>
public sealed record PermutationOptions
{
    /// <value>How many shuffles; the least p-value is 1 ÷ (shuffles + 1). Default 999, from 19 to 100,000.</value>
    public int Permutations { get; init; } = 999;

    /// <value>Decides the shuffles. Default 1.</value>
    public ulong Seed { get; init; } = 1;
}
