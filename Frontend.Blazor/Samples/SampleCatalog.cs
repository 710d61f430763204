using System.Text.Json;

namespace AspireMl.Frontend.Blazor.Samples;

/// <summary>The samples in <c>wwwroot/samples</c>, as their <c>samples.json</c> lists them.</summary>
/// <param name="files">The web root.</param>
public sealed class SampleCatalog(IWebHostEnvironment files)
{
    readonly Lazy<IReadOnlyList<Sample>> _all = new(() => Load(files));

    /// <summary>All samples, in the order to show them.</summary>
    public IReadOnlyList<Sample> All => _all.Value;

    /// <summary>Opens a sample's image.</summary>
    public Stream OpenRead(Sample sample) => files.WebRootFileProvider.GetFileInfo($"samples/{sample.File}").CreateReadStream();

    static IReadOnlyList<Sample> Load(IWebHostEnvironment files)
    {
        using var stream = files.WebRootFileProvider.GetFileInfo("samples/samples.json").CreateReadStream();
        return JsonSerializer.Deserialize<IReadOnlyList<Sample>>(stream, JsonSerializerOptions.Web)!;
    }
}
