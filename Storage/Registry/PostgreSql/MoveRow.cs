using AspireMl.Contracts.Models;

namespace AspireMl.Storage.Registry.PostgreSql;

/// <summary>A row of the table of moves.</summary>
sealed record MoveRow(
    Guid MoveId, string Model, string Alias, string? FromVersion, string ToVersion, DateTime MovedAt, string MovedBy, string Reason)
{
    public AliasMove ToMove() => new(MoveId, Model, Alias, FromVersion, ToVersion, MovedAt, MovedBy, Reason);
}
