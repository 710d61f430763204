namespace Aspire.Hosting.ApplicationModel;

public sealed class ConnectionStringReference(IResourceWithConnectionString resource, bool optional) : IManifestExpressionProvider, IValueProvider
{
    public IResourceWithConnectionString Resource { get; } = resource;

    public bool Optional { get; } = optional;

    public string ValueExpression => Resource.ValueExpression;

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        await Resource.GetValueAsync(cancellationToken) is { Length: > 0 } value || Optional
            ? await Resource.GetValueAsync(cancellationToken)
            : throw new DistributedApplicationException($"The connection string for the resource '{Resource.Name}' is not available.");
}
