using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents;

namespace AspireMl.Inference.Api.Models;

/// <summary>Turns an uploaded image into text. Safe for use by many threads.</summary>
interface IPagePreparation : IDisposable
{
    /// <summary>Decodes and reads all pages, or finds them in the cache. Busy for a second or so.</summary>
    /// <exception cref="ImageRejectedException">The image is not acceptable.</exception>
    PreparedDocument Prepare(ReadOnlyMemory<byte> image, CancellationToken cancellation);
}
