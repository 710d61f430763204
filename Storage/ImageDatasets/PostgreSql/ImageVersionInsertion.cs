using System.Text.Json;
using AspireMl.Contracts.ImageDatasets;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace AspireMl.Storage.ImageDatasets.PostgreSql;

/// <summary>Adds a version in one transaction; the entries of a new manifest by COPY.</summary>
static class ImageVersionInsertion
{
    public static async Task<(ImageDatasetVersion Version, bool IsNew)> RunAsync(
        NpgsqlConnection connection, NewImageVersion version, string hash, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(new(ImageStatements.InsertDataset, version, cancellationToken: cancellation));
        var datasetId = await connection.ExecuteScalarAsync<int>(new(ImageStatements.LockDataset, version, cancellationToken: cancellation));
        var newest = await NewestAsync(connection, version.Dataset, cancellation);
        if (version.Base is { } expected && (newest?.Number ?? 0) != expected)
        {
            throw new ImageDatasetChangedException(version.Dataset, newest?.Number);
        }

        if (newest?.ManifestHash == hash)
        {
            return (newest, false);
        }

        var arguments = new
        {
            datasetId,
            number = (newest?.Number ?? 0) + 1,
            manifestId = await KeepManifestAsync(connection, version.Entries, hash, cancellation),
            parent = newest?.Number,
            version.CreatedBy,
            version.Reason,
            counts = JsonSerializer.Serialize(ImageManifest.Count(version.Entries), JsonSerializerOptions.Web),
        };
        await connection.ExecuteAsync(new(ImageStatements.InsertVersion, arguments, cancellationToken: cancellation));
        var saved = await NewestAsync(connection, version.Dataset, cancellation)
            ?? throw new InvalidOperationException($"The new version of {version.Dataset} cannot be read.");
        await transaction.CommitAsync(cancellation);
        return (saved, true);
    }

    static async Task<ImageDatasetVersion?> NewestAsync(NpgsqlConnection connection, string dataset, CancellationToken cancellation) =>
        (await connection.QuerySingleOrDefaultAsync<ImageVersionRow>(
            new(ImageStatements.SelectOne, new { dataset, number = (int?)null }, cancellationToken: cancellation)))?.ToVersion();

    static async Task<int> KeepManifestAsync(NpgsqlConnection connection, IReadOnlyList<ImageEntry> entries, string hash, CancellationToken cancellation)
    {
        if (await connection.ExecuteScalarAsync<int?>(new(ImageStatements.InsertManifest, new { hash }, cancellationToken: cancellation)) is not { } manifestId)
        {
            return await connection.ExecuteScalarAsync<int>(new(ImageStatements.SelectManifest, new { hash }, cancellationToken: cancellation));
        }

        await using var copy = await connection.BeginBinaryImportAsync(ImageStatements.CopyEntries, cancellation);
        foreach (var entry in entries)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(manifestId, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(entry.Path, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(entry.Sha256, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(entry.Label, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(entry.Split, NpgsqlDbType.Text, cancellation);
        }

        await copy.CompleteAsync(cancellation);
        return manifestId;
    }
}
