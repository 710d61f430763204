namespace Aspire.Hosting.ApplicationModel;

public class MongoDBServerResource(string name, ParameterResource passwordParameter) : ContainerResource(name), IResourceWithConnectionString
{
    internal const string User = "admin";
    const string Mechanism = "SCRAM-SHA-256";

    public ParameterResource PasswordParameter { get; } = passwordParameter;

    public EndpointReference PrimaryEndpoint => new(this, "tcp");

    public ReferenceExpression ConnectionStringExpression => Uri(null);

    EndpointReferenceExpression Host => PrimaryEndpoint.Property(EndpointProperty.Host);

    EndpointReferenceExpression Port => PrimaryEndpoint.Property(EndpointProperty.Port);

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() => Properties(null);

    internal ReferenceExpression Uri(string? database) => ReferenceExpression.Create(
        $"mongodb://{User}:{PasswordParameter:uri}@{Host}:{Port}/{database}?authSource={User}&authMechanism={Mechanism}");

    /// <summary>The properties of the server, or of one of its databases.</summary>
    internal IEnumerable<KeyValuePair<string, ReferenceExpression>> Properties(string? database)
    {
        yield return new("Host", ReferenceExpression.Create($"{Host}"));
        yield return new("Port", ReferenceExpression.Create($"{Port}"));
        yield return new("Username", ReferenceExpression.Create($"{User}"));
        yield return new("Password", ReferenceExpression.Create($"{PasswordParameter}"));
        yield return new("AuthenticationDatabase", ReferenceExpression.Create($"{User}"));
        yield return new("AuthenticationMechanism", ReferenceExpression.Create($"{Mechanism}"));
        yield return new("Uri", Uri(database));
        if (database is not null)
        {
            yield return new("DatabaseName", ReferenceExpression.Create($"{database}"));
        }
    }
}
