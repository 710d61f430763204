using System.Text.Json;
using AspireMl.Contracts.Models;

namespace AspireMl.Storage.Registry.PostgreSql;

/// <summary>A row of the table of versions.</summary>
sealed record VersionRow(string Package, string Card, DateTime CreatedAt, string CreatedBy)
{
    public RegisteredVersion ToVersion() => new(
        JsonSerializer.Deserialize<ModelCard>(Card, JsonSerializerOptions.Web) ?? throw new InvalidDataException("A version in the registry has no card."),
        Package,
        CreatedBy)
    {
        CreatedAt = CreatedAt,
    };
}
