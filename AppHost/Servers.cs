namespace AspireMl.AppHost;

/// <summary>The servers that the services need, each a container, an embedded part, or an address from configuration.</summary>
/// <param name="Database">PostgreSQL: rows, and the documents while no document database is declared.</param>
/// <param name="Queue">RabbitMQ; null while none is given and the database carries the queue.</param>
/// <param name="ObjectsFolder">The folder that images go to, when it is not the services' own default.</param>
internal sealed record Servers(IResourceBuilder<IResourceWithConnectionString> Database, IResourceBuilder<IResourceWithConnectionString>? Queue, string? ObjectsFolder);
