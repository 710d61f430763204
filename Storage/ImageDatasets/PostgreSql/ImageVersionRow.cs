using System.Text.Json;
using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Storage.ImageDatasets.PostgreSql;

/// <summary>A row of the table of versions.</summary>
sealed record ImageVersionRow(
    string Dataset, int Number, string ManifestHash, int? Parent, DateTime CreatedAt, string CreatedBy, string Reason, string Counts)
{
    public ImageDatasetVersion ToVersion() => new(
        Dataset, Number, ManifestHash, Parent, new(CreatedAt, TimeSpan.Zero), CreatedBy, Reason,
        JsonSerializer.Deserialize<IReadOnlyList<LabelCount>>(Counts, JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"Version {Number} of {Dataset} in the database has no counts."));
}
