using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static class RabbitMQBuilderExtensions
{
    const string Tag = "4.3";

    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this IDistributedApplicationBuilder builder, string name)
    {
        var server = new RabbitMQServerResource(name, ParameterResourceBuilderExtensions.CreatePassword(builder, $"{name}-password", special: false));
        return builder.AddResource(server)
            .WithEndpoint(targetPort: 5672, name: "tcp")
            .WithImage("library/rabbitmq", Tag).WithImageRegistry("docker.io")
            .WithEnvironment(context =>
            {
                context.EnvironmentVariables["RABBITMQ_DEFAULT_USER"] = RabbitMQServerResource.User;
                context.EnvironmentVariables["RABBITMQ_DEFAULT_PASS"] = server.PasswordParameter;
            });
    }

    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder) =>
        builder.WithImage("library/rabbitmq", $"{Tag}-management").WithHttpEndpoint(targetPort: 15672, name: "management");

    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false) =>
        builder.WithVolume(name ?? VolumeNameGenerator.Generate(builder, "data"), "/var/lib/rabbitmq", isReadOnly);
}
