namespace Aspire.Hosting.ApplicationModel;

/// <summary>A connection string from the configuration.</summary>
internal sealed class GivenConnectionStringResource : ParameterResource, IResourceWithConnectionString
{
    public GivenConnectionStringResource(string name, Func<ParameterDefault?, string> callback)
        : base(name, callback, secret: true) => IsConnectionString = true;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{(ParameterResource)this}");

    string IManifestExpressionProvider.ValueExpression => $"{{{Name}.connectionString}}";
}
