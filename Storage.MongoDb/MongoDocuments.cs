using AspireMl.Storage.Documents;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.MongoDb.Documents;
using AspireMl.Storage.MongoDb.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MongoDB.Driver;

namespace AspireMl.Storage.MongoDb;

/// <summary>Keeps the documents in MongoDB. <see cref="StorageExtensions.AddStorage"/> finds this class by its name.</summary>
public sealed class MongoDocuments : IDocumentsProvider
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public void Add(IHostApplicationBuilder builder)
    {
        Check(builder.Configuration.GetConnectionString(StorageExtensions.DocumentsName));
        builder.AddMongoDBClient(
            StorageExtensions.DocumentsName,
            // The stores have a check of their own, which says why in a sentence.
            settings => settings.DisableHealthChecks = true,
            client =>
            {
                client.ServerSelectionTimeout = Patience;
                client.ConnectTimeout = Patience;
                client.SocketTimeout = LongestCall;
                // What is acknowledged must outlive a server that is killed.
                client.WriteConcern = WriteConcern.WMajority.With(journal: true);
            });
        builder.Services.AddSingleton<MongoDocumentDatabase>();
        builder.Services.AddSingleton<IInferenceStore, MongoInferenceStore>();
        builder.Services.AddSingleton<IJobStore, MongoJobStore>();
        builder.Services.AddStoreOpeningAndCheck<MongoDocumentDatabase>(
            StorageExtensions.DocumentsName, static (database, cancellation) => database.PingAsync(cancellation));
    }

    static void Check(string? given)
    {
        try
        {
            if (MongoUrl.Create(given).DatabaseName is { Length: > 0 })
            {
                return;
            }
        }
        catch (MongoConfigurationException)
        {
            // Its message has the password in it.
        }

        throw new InvalidOperationException(
            $"ConnectionStrings__{StorageExtensions.DocumentsName} must name a server and a database, such as mongodb://user:password@host:27017/aspireml?authSource=admin.");
    }
}
