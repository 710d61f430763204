using System.ComponentModel.DataAnnotations;

namespace AspireMl.Inference.Api.Models;

/// <summary>Which models are served; section <c>Models</c>.</summary>
public sealed class ModelOptions
{
    /// <value>
    /// The folder with the model packages, one folder each, or one folder a model with one folder a version; a relative
    /// path counts from the content root. Default <c>models</c> at the product's root.
    /// </value>
    public string? Path { get; set; }

    /// <value>The folder to which registered packages are unpacked; a relative path counts from the content root. Default <c>.data/packages</c> at the product's root.</value>
    public string? UnpackedPath { get; set; }

    /// <value>
    /// Most bytes of the registered packages that are unpacked: those that were used longest ago are deleted first, and none that is in
    /// use. They are unpacked again when they are needed. Default 10 GiB, from 1 KiB to 16 TiB.
    /// </value>
    [Range(1L << 10, 1L << 44)]
    public long MaxUnpackedBytes { get; set; } = 10L << 30;

    /// <value>The model that answers document questions when the request names none. Default <c>span-reader</c>.</value>
    [Required, StringLength(64)]
    public string DocumentQuestion { get; set; } = "span-reader";

    /// <value>The model that classifies images when the request names none. Default <c>objects-10</c>.</value>
    [Required, StringLength(64)]
    public string ImageClassification { get; set; } = "objects-10";

    /// <value>How long the start waits for the registry before it serves the installed packages without it. Default 5 s, from none to a minute.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RegistryPatience { get; set; } = TimeSpan.FromSeconds(5);

    /// <value>How often the registry is read when it tells of no change. Default 30 s, from 10 ms to an hour.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan RegistryRefresh { get; set; } = TimeSpan.FromSeconds(30);
}
