using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Orchestration;

/// <summary>The command, folder and variables that a resource's process starts with.</summary>
internal static class ProcessPlan
{
    /// <summary>What the AppHost itself was started with and its children must not take for their own.</summary>
    static readonly string[] OwnVariables = ["ASPNETCORE_URLS", "DOTNET_LAUNCH_PROFILE"];

    public static async Task<ProcessStartInfo> MakeAsync(IResource resource, DistributedApplicationExecutionContext execution)
    {
        var arguments = new CommandLineArgsCallbackContext([]);
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            annotation.Callback(arguments);
        }

        var given = new List<string>();
        foreach (var argument in arguments.Args)
        {
            given.Add(await ResourceExtensions.ValueAsync(argument) ?? "");
        }

        var start = resource is ExecutableResource executable
            ? ProcessThread.Wrap(executable.Command, given)
            : ProcessThread.Wrap(DotNet(), [Program(resource), .. given]);
        start.WorkingDirectory = resource is ExecutableResource { WorkingDirectory: var folder } ? folder : Path.GetDirectoryName(Metadata(resource).ProjectPath);
        await FillEnvironmentAsync(start, resource, execution);
        return start;
    }

    static async Task FillEnvironmentAsync(ProcessStartInfo start, IResource resource, DistributedApplicationExecutionContext execution)
    {
        Array.ForEach(OwnVariables, name => start.Environment.Remove(name));
        var instance = Guid.NewGuid().ToString("n")[..8];
        foreach (var (name, value) in await resource.CollectEnvironmentAsync(execution))
        {
            if (await ResourceExtensions.ValueAsync(value) is { } text)
            {
                start.Environment[name] = Templates.Fill(text, resource.Name, instance);
            }
        }
    }

    /// <summary>The project's built program. Its place is metadata of the assembly that the project's class was generated into.</summary>
    static string Program(IResource resource)
    {
        var metadata = Metadata(resource);
        var program = metadata.GetType().Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == $"aspireprojecttarget:{metadata.ProjectPath}")?.Value;
        return File.Exists(program)
            ? program
            : throw new DistributedApplicationException($"{Path.GetFileNameWithoutExtension(metadata.ProjectPath)} is not built. Build the AppHost, which builds what it starts.");
    }

    static IProjectMetadata Metadata(IResource resource) => resource.Annotations.OfType<IProjectMetadata>().Single();

    /// <summary>The dotnet that runs this process, wherever it is installed.</summary>
    static string DotNet() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
