namespace AspireMl.Contracts.Models;

/// <summary>An alias began to name a version, or another one than before.</summary>
/// <param name="MoveId">UUID v7.</param>
/// <param name="Model">The model.</param>
/// <param name="Alias">The alias, for example <c>champion</c>.</param>
/// <param name="From">The version that it named before; null when it is new.</param>
/// <param name="To">The version that it names from then on.</param>
/// <param name="MovedAt">When, UTC; moves of one alias are never at the same time.</param>
/// <param name="MovedBy">Who moved it.</param>
/// <param name="Reason">Why.</param>
public sealed record AliasMove(
    Guid MoveId, string Model, string Alias, string? From, string To, DateTimeOffset MovedAt, string MovedBy, string Reason);
