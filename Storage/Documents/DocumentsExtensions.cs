using AspireMl.Storage.Documents.PostgreSql;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Jobs.PostgreSql;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AspireMl.Storage.Documents;

/// <summary>Registers the stores of the documents.</summary>
static class DocumentsExtensions
{
    const string Setting = $"ConnectionStrings__{StorageExtensions.DocumentsName}";
    const string Scheme = "mongodb";
    const string MongoDb = "AspireMl.Storage.MongoDb.MongoDocuments, Storage.MongoDb";

    /// <summary>MongoDB keeps the documents when the connection string names one, else the database does.</summary>
    public static void AddDocuments(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString(StorageExtensions.DocumentsName) is { Length: > 0 } given)
        {
            Find(given).Add(builder);
            return;
        }

        builder.Services.AddSingleton<IInferenceStore, PostgresInferenceStore>();
        builder.Services.AddSingleton<IJobStore, PostgresJobStore>();
    }

    static IDocumentsProvider Find(string given)
    {
        if (!given.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{Setting} must be the address of a MongoDB, such as mongodb://user:password@host:27017/aspireml; leave it out and the database keeps the documents.");
        }

        return Type.GetType(MongoDb) is { } provider && Activator.CreateInstance(provider) is IDocumentsProvider documents
            ? documents
            : throw new InvalidOperationException($"{Setting} names a MongoDB, but this build was made on a package feed without MongoDB's driver; leave it out and the database keeps the documents.");
    }
}
