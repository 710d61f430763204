using System.ComponentModel.DataAnnotations;

namespace AspireMl.Storage.Objects;

/// <summary>How objects are kept; section <c>Objects</c>. <c>ConnectionStrings:objects</c> names an S3 server; without it they are files in a folder.</summary>
public sealed class ObjectStoreOptions
{
    /// <value>The folder where no S3 server is given; a relative path counts from the content root. Default <c>.data/objects</c> at the product's root.</value>
    public string? Path { get; set; }

    /// <value>
    /// Time for which the S3 server gives out an object to whoever holds its link: downloads of packages are then sent there instead of through
    /// the service. 10 seconds to 1 day. Without a value, the default, no links are given; give one where callers can reach the S3 server.
    /// </value>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan? LinkLifetime { get; set; }
}
