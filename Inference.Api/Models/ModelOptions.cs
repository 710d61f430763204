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

    /// <value>The model that answers document questions when the request names none. Default <c>span-reader</c>.</value>
    [Required, StringLength(64)]
    public string DocumentQuestion { get; set; } = "span-reader";
}
