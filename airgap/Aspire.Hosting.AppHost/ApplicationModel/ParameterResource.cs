namespace Aspire.Hosting.ApplicationModel;

public class ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false)
    : Resource(name), IResourceWithoutLifetime, IManifestExpressionProvider, IValueProvider
{
    string? _value;

    public ParameterDefault? Default { get; set; }

    public bool Secret { get; } = secret;

    public bool IsConnectionString { get; set; }

    public string ValueExpression => $"{{{Name}.value}}";

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => await ValueTask.FromResult(_value ??= callback(Default));
}
