using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.PostgreSql;
using Dapper;

namespace AspireMl.Storage.ImageDatasets.PostgreSql;

/// <summary>Versions as rows; their entries as rows of a manifest that versions of the same content share.</summary>
sealed class PostgresImageDatasetStore(PostgresDatabase database) : IImageDatasetStore
{
    public Task<IReadOnlyList<ImageDatasetVersion>> ListAsync(CancellationToken cancellation) =>
        VersionsAsync(ImageStatements.SelectNewestOfAll, new { }, cancellation);

    public async Task<ImageDatasetVersion?> FindAsync(string dataset, int? number, CancellationToken cancellation) =>
        (await VersionsAsync(ImageStatements.SelectOne, new { dataset, number }, cancellation)).SingleOrDefault();

    public async Task<Page<ImageDatasetVersion>> ListVersionsAsync(string dataset, int? before, int limit, CancellationToken cancellation)
    {
        Check(limit);
        // One more than asked for tells whether there is a next page.
        var found = await VersionsAsync(ImageStatements.SelectPage, new { dataset, before, limit = limit + 1 }, cancellation);
        return TextCursor.PageOf(found, limit, version => $"{version.Number}");
    }

    public Task<(ImageDatasetVersion Version, bool IsNew)> SaveAsync(NewImageVersion version, CancellationToken cancellation)
    {
        var hash = ImageManifest.Hash(version.Entries);
        return database.RunAsync((connection, cancellation) => ImageVersionInsertion.RunAsync(connection, version, hash, cancellation), cancellation);
    }

    public Task<IReadOnlyList<ImageEntry>> ReadAsync(string dataset, int number, CancellationToken cancellation) =>
        EntriesAsync(new(dataset, number), null, cancellation);

    public async Task<Page<ImageEntry>> ListEntriesAsync(ImageEntryFilter filter, CancellationToken cancellation)
    {
        Check(filter.Limit);
        var found = await EntriesAsync(filter, filter.Limit + 1, cancellation);
        return TextCursor.PageOf(found, filter.Limit, entry => entry.Path);
    }

    public Task<bool> HasImageAsync(string dataset, string sha256, CancellationToken cancellation) => database.RunAsync(
        (connection, cancellation) => connection.ExecuteScalarAsync<bool>(new(ImageStatements.HasImage, new { dataset, sha256 }, cancellationToken: cancellation)),
        cancellation);

    static void Check(int limit) => ArgumentOutOfRangeException.ThrowIfNotEqual(limit, Math.Clamp(limit, 1, IImageDatasetStore.MostItemsOfAPage));

    Task<IReadOnlyList<ImageDatasetVersion>> VersionsAsync(string select, object arguments, CancellationToken cancellation) =>
        database.RunAsync<IReadOnlyList<ImageDatasetVersion>>(
            async (connection, cancellation) =>
                [.. (await connection.QueryAsync<ImageVersionRow>(new(select, arguments, cancellationToken: cancellation))).Select(row => row.ToVersion())],
            cancellation);

    Task<IReadOnlyList<ImageEntry>> EntriesAsync(ImageEntryFilter filter, int? limit, CancellationToken cancellation)
    {
        var arguments = new { dataset = filter.Dataset, number = filter.Number, split = filter.Split, label = filter.Label, after = filter.After, limit };
        return database.RunAsync<IReadOnlyList<ImageEntry>>(
            async (connection, cancellation) =>
                (await connection.QueryAsync<ImageEntry>(new(ImageStatements.SelectEntries, arguments, cancellationToken: cancellation))).AsList(),
            cancellation);
    }
}
