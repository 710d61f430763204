namespace Aspire.Hosting;

public static class ParameterResourceBuilderExtensions
{
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddResource(Parameter(builder, name, null, secret));

    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false)
    {
        var parameter = new ParameterResource(name, _ => value, secret);
        parameter.Default = publishValueAsDefault ? new ConstantParameterDefault(value) : null;
        return builder.AddResource(parameter);
    }

    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false) =>
        builder.AddResource(Parameter(builder, name, value, secret));

    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(this IDistributedApplicationBuilder builder, string name)
    {
        var resource = new GivenConnectionStringResource(name, _ => builder.Configuration.GetConnectionString(name)
            ?? throw new DistributedApplicationException($"Set ConnectionStrings:{name}; it is needed and was not found in the configuration."));
        return builder.AddResource(resource);
    }

    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, ReferenceExpression connectionStringExpression) =>
        builder.AddResource(new ConnectionStringResource(name, connectionStringExpression));

    /// <summary>A server's password: a parameter that shows in the manifest only where something refers to it.</summary>
    internal static ParameterResource CreatePassword(IDistributedApplicationBuilder builder, string name, bool special = true) =>
        Parameter(builder, name, new GenerateParameterDefault { MinLength = 22, Special = special }, secret: true);

    static ParameterResource Parameter(IDistributedApplicationBuilder builder, string name, ParameterDefault? value, bool secret) =>
        new(name, fallback => builder.Configuration[$"Parameters:{name}"] ?? fallback?.GetDefaultValue()
            ?? throw new DistributedApplicationException($"Set Parameters:{name}; it is needed and was not found in the configuration."), secret) { Default = value };
}
