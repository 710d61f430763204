using System.Text.Json;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes the manifest: every resource in the order of declaration, then the parameters that they use.</summary>
internal sealed class ManifestPublisher(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext execution,
    IConfiguration configuration,
    ILogger<ManifestPublisher> logger)
{
    static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    public async Task PublishAsync(CancellationToken cancellation)
    {
        var path = CommandLine.ManifestPath(configuration);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = File.Create(path))
        {
            await using var writer = new Utf8JsonWriter(file, Indented);
            await WriteAsync(new(execution, path, writer));
            await writer.FlushAsync(cancellation);
        }

        ManifestLog.Published(logger, path);
    }

    internal async Task WriteAsync(ManifestPublishingContext context)
    {
        context.Writer.WriteStartObject();
        context.Writer.WriteStartObject("resources");
        foreach (var resource in model.Resources.Where(resource => !resource.Annotations.OfType<ManifestIgnoredAnnotation>().Any()))
        {
            context.Writer.WriteStartObject(resource.Name);
            await WriteResourceAsync(resource, context);
            context.Writer.WriteEndObject();
        }

        foreach (var (parameter, escaped) in context.Parameters)
        {
            WriteReferenced(context, parameter, escaped);
        }

        context.Writer.WriteEndObject();
        context.Writer.WriteEndObject();
    }

    static Task WriteResourceAsync(IResource resource, ManifestPublishingContext context)
    {
        switch (resource)
        {
            case ParameterResource parameter:
                ParameterManifest.Write(context, parameter);
                return Task.CompletedTask;
            case ProjectResource project:
                return ServiceManifest.WriteProjectAsync(context, project);
            case ContainerResource container:
                return ServiceManifest.WriteContainerAsync(context, container);
            case ExecutableResource executable:
                return ServiceManifest.WriteExecutableAsync(context, executable);
            case IResourceWithConnectionString connection:
                context.Writer.WriteString("type", "value.v0");
                context.Writer.WriteString("connectionString", context.Expression(connection.ConnectionStringExpression));
                return Task.CompletedTask;
            default:
                context.Writer.WriteString("error", "This resource does not support generation in the manifest.");
                return Task.CompletedTask;
        }
    }

    void WriteReferenced(ManifestPublishingContext context, ParameterResource parameter, bool escaped)
    {
        if (!model.Resources.Contains(parameter))
        {
            context.Writer.WriteStartObject(parameter.Name);
            ParameterManifest.Write(context, parameter);
            context.Writer.WriteEndObject();
        }

        if (escaped)
        {
            context.Writer.WriteStartObject(parameter.Name + "-uri-encoded");
            context.Writer.WriteString("type", "annotated.string");
            context.Writer.WriteString("value", parameter.ValueExpression);
            context.Writer.WriteString("filter", "uri");
            context.Writer.WriteEndObject();
        }
    }
}

internal static partial class ManifestLog
{
    [LoggerMessage(LogLevel.Information, "Published manifest to: {Path}")]
    public static partial void Published(ILogger logger, string path);
}
