using System.Reflection;

namespace Aspire.Hosting;

public sealed class DistributedApplicationOptions
{
    public string[]? Args { get; set; }

    /// <summary>The assembly that the AppHost's project was compiled to; its metadata says where the project lies.</summary>
    internal Assembly? Assembly { get; set; }

    internal string ProjectFile =>
        Metadata("apphostprojectpath") is { } folder && Metadata("apphostprojectname") is { } name
            ? Path.Combine(folder, name)
            : Path.Combine(Directory.GetCurrentDirectory(), "AppHost.csproj");

    string? Metadata(string key) => (Assembly ?? Assembly.GetEntryAssembly())?
        .GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(attribute => attribute.Key == key)?.Value;
}
