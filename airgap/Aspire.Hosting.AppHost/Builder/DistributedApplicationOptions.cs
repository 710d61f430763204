using System.Reflection;

namespace Aspire.Hosting;

public sealed class DistributedApplicationOptions
{
    public string[]? Args { get; set; }

    /// <summary>The AppHost's project; the metadata of the assembly that it was compiled to says where it lies.</summary>
    internal string ProjectFile
    {
        get => field ??= Metadata("apphostprojectpath") is { } folder && Metadata("apphostprojectname") is { } name
            ? Path.Combine(folder, name)
            : Path.Combine(Directory.GetCurrentDirectory(), "AppHost.csproj");
        set;
    }

    static string? Metadata(string key) => (DistributedApplicationBuilder.Program.Value ?? Assembly.GetEntryAssembly())?
        .GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(attribute => attribute.Key == key)?.Value;
}
