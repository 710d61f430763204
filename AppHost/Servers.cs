namespace AspireMl.AppHost;

/// <summary>The servers that the services need, each a container, an embedded part, or an address from configuration.</summary>
/// <param name="Database">PostgreSQL.</param>
/// <param name="Documents">MongoDB; null while the database keeps the documents.</param>
/// <param name="Queue">RabbitMQ; null while the database carries the queue.</param>
/// <param name="Objects">An S3 server; null while a folder keeps the objects.</param>
/// <param name="ObjectsFolder">The folder that objects go to, when it is not the services' own default.</param>
/// <param name="Exporters">Where Prometheus finds the metrics of the containers.</param>
internal sealed record Servers(
    IResourceBuilder<IResourceWithConnectionString> Database,
    IResourceBuilder<IResourceWithConnectionString>? Documents,
    IResourceBuilder<IResourceWithConnectionString>? Queue,
    IResourceBuilder<IResourceWithConnectionString>? Objects,
    string? ObjectsFolder,
    IReadOnlyList<EndpointReference> Exporters);
