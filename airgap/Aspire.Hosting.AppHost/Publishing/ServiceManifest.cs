namespace Aspire.Hosting.Publishing;

/// <summary>The parts of the manifest that run: projects, containers, executables.</summary>
internal static class ServiceManifest
{
    public static async Task WriteProjectAsync(ManifestPublishingContext context, ProjectResource project)
    {
        var metadata = project.Annotations.OfType<IProjectMetadata>().Single();
        context.Writer.WriteString("type", "project.v0");
        context.Writer.WriteString("path", context.GetManifestRelativePath(metadata.ProjectPath));
        WriteArguments(context, project);
        await WriteEnvironmentAsync(context, project);
        WriteBindings(context, project);
    }

    public static async Task WriteContainerAsync(ManifestPublishingContext context, ContainerResource container)
    {
        var image = container.Annotations.OfType<ContainerImageAnnotation>().Last();
        context.Writer.WriteString("type", "container.v0");
        if (container is IResourceWithConnectionString connection)
        {
            context.Writer.WriteString("connectionString", context.Expression(connection.ConnectionStringExpression));
        }

        context.Writer.WriteString("image", $"{(image.Registry is null ? "" : image.Registry + "/")}{image.Image}:{image.Tag}");
        if (container.Entrypoint is not null)
        {
            context.Writer.WriteString("entrypoint", container.Entrypoint);
        }

        WriteArguments(context, container);
        WriteMounts(context, container, ContainerMountType.Volume);
        WriteMounts(context, container, ContainerMountType.BindMount);
        await WriteEnvironmentAsync(context, container);
        WriteBindings(context, container);
    }

    public static async Task WriteExecutableAsync(ManifestPublishingContext context, ExecutableResource executable)
    {
        context.Writer.WriteString("type", "executable.v0");
        context.Writer.WriteString("workingDirectory", context.GetManifestRelativePath(executable.WorkingDirectory));
        context.Writer.WriteString("command", executable.Command);
        WriteArguments(context, executable);
        await WriteEnvironmentAsync(context, executable);
        WriteBindings(context, executable);
    }

    static void WriteArguments(ManifestPublishingContext context, IResource resource)
    {
        var arguments = new CommandLineArgsCallbackContext([]);
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            annotation.Callback(arguments);
        }

        if (arguments.Args.Count > 0)
        {
            context.Writer.WriteStartArray("args");
            foreach (var argument in arguments.Args)
            {
                context.Writer.WriteStringValue(context.Expression(argument));
            }

            context.Writer.WriteEndArray();
        }
    }

    static void WriteMounts(ManifestPublishingContext context, ContainerResource resource, ContainerMountType type)
    {
        var mounts = resource.Annotations.OfType<ContainerMountAnnotation>().Where(mount => mount.Type == type).ToList();
        if (mounts.Count == 0)
        {
            return;
        }

        context.Writer.WriteStartArray(type == ContainerMountType.Volume ? "volumes" : "bindMounts");
        foreach (var mount in mounts)
        {
            context.Writer.WriteStartObject();
            if (type == ContainerMountType.Volume)
            {
                context.Writer.WriteString("name", mount.Source);
            }
            else
            {
                context.Writer.WriteString("source", context.GetManifestRelativePath(mount.Source!));
            }

            context.Writer.WriteString("target", mount.Target);
            context.Writer.WriteBoolean("readOnly", mount.IsReadOnly);
            context.Writer.WriteEndObject();
        }

        context.Writer.WriteEndArray();
    }

    static async Task WriteEnvironmentAsync(ManifestPublishingContext context, IResource resource)
    {
        var variables = await resource.CollectEnvironmentAsync(context.ExecutionContext);
        if (variables.Count == 0)
        {
            return;
        }

        context.Writer.WriteStartObject("env");
        foreach (var (name, value) in variables)
        {
            context.Writer.WriteString(name, context.Expression(value));
        }

        context.Writer.WriteEndObject();
    }

    static void WriteBindings(ManifestPublishingContext context, IResource resource)
    {
        var endpoints = resource.Annotations.OfType<EndpointAnnotation>().ToList();
        if (endpoints.Count == 0)
        {
            return;
        }

        context.Writer.WriteStartObject("bindings");
        foreach (var endpoint in endpoints)
        {
            context.Writer.WriteStartObject(endpoint.Name);
            context.Writer.WriteString("scheme", endpoint.UriScheme);
            context.Writer.WriteString("protocol", endpoint.Protocol.ToString().ToLowerInvariant());
            context.Writer.WriteString("transport", endpoint.Transport);
            if (endpoint.Port is { } port && port != endpoint.TargetPort)
            {
                context.Writer.WriteNumber("port", port);
            }

            if (endpoint.TargetPort is { } targetPort)
            {
                context.Writer.WriteNumber("targetPort", targetPort);
            }

            if (endpoint.IsExternal)
            {
                context.Writer.WriteBoolean("external", true);
            }

            context.Writer.WriteEndObject();
        }

        context.Writer.WriteEndObject();
    }
}
