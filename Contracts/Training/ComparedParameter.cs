namespace AspireMl.Contracts.Training;

/// <summary>A parameter of several experiments side by side.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its value in each; null where it has none.</param>
/// <param name="Differs">Whether they are not all the same.</param>
public sealed record ComparedParameter(string Name, IReadOnlyList<string?> Values, bool Differs);
