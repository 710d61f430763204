using AspireMl.Storage.Datasets;
using AspireMl.Storage.Datasets.PostgreSql;
using AspireMl.Storage.Documents;
using AspireMl.Storage.ImageDatasets;
using AspireMl.Storage.ImageDatasets.PostgreSql;
using AspireMl.Storage.Images;
using AspireMl.Storage.Images.PostgreSql;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Jobs.PostgreSql;
using AspireMl.Storage.Monitoring;
using AspireMl.Storage.Monitoring.PostgreSql;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Objects.Folder;
using AspireMl.Storage.Objects.S3;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Queue;
using AspireMl.Storage.Queue.PostgreSql;
using AspireMl.Storage.Queue.RabbitMq;
using AspireMl.Storage.Registry;
using AspireMl.Storage.Registry.PostgreSql;
using AspireMl.Storage.Retention;
using AspireMl.Storage.Retention.PostgreSql;
using AspireMl.Storage.Runs;
using AspireMl.Storage.Runs.PostgreSql;
using AspireMl.Storage.Tabular;
using AspireMl.Storage.Tabular.PostgreSql;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AspireMl.Storage;

/// <summary>Registers the stores of a service.</summary>
public static class StorageExtensions
{
    /// <summary>Name of the connection string of the database.</summary>
    public const string DatabaseName = "database";

    /// <summary>Name of the connection string of MongoDB, such as <c>mongodb://user:password@host:27017/aspireml?authSource=admin</c>.</summary>
    public const string DocumentsName = "documents";

    /// <summary>Name of the connection string of RabbitMQ, such as <c>amqp://user:password@host:5672</c>.</summary>
    public const string QueueName = "queue";

    /// <summary>Name of the connection string of an S3 server, such as <c>Endpoint=http://host:9000;AccessKey=...;SecretKey=...;Bucket=aspireml</c>.</summary>
    public const string ObjectsName = "objects";

    /// <summary>
    /// Adds the stores of this project, <see cref="IMessageBroker"/> and <see cref="IObjectStore"/>. Which provider serves them
    /// follows from the connection strings: <c>ConnectionStrings:database</c> is a PostgreSQL connection string, whose relative
    /// <c>Passfile</c> is looked for from the service's folder upwards; objects are kept by an S3 server when
    /// <c>ConnectionStrings:objects</c> is given, else in a folder (<see cref="ObjectStoreOptions"/>); messages go through RabbitMQ
    /// when <c>ConnectionStrings:queue</c> is given, else through the database; answers about documents and images, what people said
    /// about them, and jobs are kept by MongoDB when <c>ConnectionStrings:documents</c> is given, else by the database. The service is
    /// ready only while the database answers, and MongoDB and the S3 server where there are such.
    /// </summary>
    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PostgresMigrations>();
        services.AddSingleton(provider => OpenDatabase(provider, builder.Environment));
        services.AddSingleton<IDatabase>(provider => provider.GetRequiredService<PostgresDatabase>());
        services.AddSingleton<IServiceStore, PostgresServiceStore>();
        services.AddSingleton<IModelRegistry, PostgresModelRegistry>();
        services.AddSingleton<IAlertStore, PostgresAlertStore>();
        services.AddSingleton<IMonitorStore, PostgresMonitorStore>();
        services.AddSingleton<IReportStore, PostgresReportStore>();
        services.AddSingleton<ITabularInferenceStore, PostgresTabularInferenceStore>();
        services.AddSingleton<IImageInferenceStore, PostgresImageInferenceStore>();
        services.AddSingleton<IDatasetStore, PostgresDatasetStore>();
        services.AddSingleton<IImageDatasetStore, PostgresImageDatasetStore>();
        services.AddSingleton<IRunStore, PostgresRunStore>();
        services.AddSingleton<IForgottenObjectStore, PostgresForgottenObjectStore>();
        services.AddOptions<QueueOptions>().BindConfiguration("Queue").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(OpenQueue);
        services.AddStoreOpeningAndCheck<PostgresDatabase>(DatabaseName, static (database, cancellation) => database.PingAsync(cancellation));

        builder.AddDocuments();
        builder.AddObjects();
        return builder;
    }

    /// <summary>Makes a service ready only while the queue answers; for those that publish or consume.</summary>
    public static IHostApplicationBuilder AddQueueCheck(this IHostApplicationBuilder builder)
    {
        builder.Services.AddStoreCheck<IMessageBroker>(QueueName, static (queue, cancellation) => queue.CountDeadAsync(cancellation));
        return builder;
    }

    static void AddObjects(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ObjectStoreOptions>().BindConfiguration("Objects").ValidateDataAnnotations().ValidateOnStart();
        if (builder.Configuration.GetConnectionString(ObjectsName) is not { Length: > 0 } given)
        {
            services.AddSingleton(provider => OpenFolder(provider, builder.Environment));
            services.AddObjectStore<FolderObjectStore>();
            return;
        }

        var address = S3Address.Parse(given);
        services.AddSingleton(_ => new S3Bucket(address));
        services.AddSingleton(provider =>
            new S3ObjectStore(provider.GetRequiredService<S3Bucket>(), provider.GetRequiredService<IOptions<ObjectStoreOptions>>().Value.LinkLifetime));
        services.AddObjectStore<S3ObjectStore>();
        services.AddStoreCheck<S3Bucket>(ObjectsName, static (bucket, cancellation) => bucket.PingAsync(cancellation));
    }

    static void AddObjectStore<T>(this IServiceCollection services)
        where T : class, IObjectStore, ISetAsideObjects
    {
        services.AddSingleton<IObjectStore>(provider => provider.GetRequiredService<T>());
        services.AddSingleton<ISetAsideObjects>(provider => provider.GetRequiredService<T>());
    }

    static PostgresDatabase OpenDatabase(IServiceProvider provider, IHostEnvironment environment)
    {
        var given = provider.GetRequiredService<IConfiguration>().GetConnectionString(DatabaseName);
        if (string.IsNullOrWhiteSpace(given))
        {
            throw new InvalidOperationException(
                $"No database is configured. Start the service through the AppHost, or set ConnectionStrings__{DatabaseName} to a PostgreSQL connection string.");
        }

        return new(
            () => PostgresConnectionString.Complete(given, Environment.CurrentDirectory, environment.ContentRootPath, AppContext.BaseDirectory),
            provider.GetRequiredService<PostgresMigrations>());
    }

    static IMessageBroker OpenQueue(IServiceProvider provider) =>
        provider.GetRequiredService<IConfiguration>().GetConnectionString(QueueName) is { Length: > 0 } given
            ? new RabbitMessageBroker(given, provider.GetRequiredService<ILogger<RabbitMessageBroker>>())
            : new PostgresMessageBroker(
                provider.GetRequiredService<PostgresDatabase>(),
                provider.GetRequiredService<ILogger<PostgresMessageBroker>>(),
                provider.GetRequiredService<IOptions<QueueOptions>>().Value.Lease);

    static FolderObjectStore OpenFolder(IServiceProvider provider, IHostEnvironment environment) =>
        new(DataFolder.Of(provider.GetRequiredService<IOptions<ObjectStoreOptions>>().Value.Path, environment.ContentRootPath, "objects"));
}
