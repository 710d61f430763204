using System.Text.Json;
using AspireMl.Inference.Api.Uploads;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>Does jobs that are about an image, which clients may send as a form.</summary>
interface IUploadJobRunner : IJobRunner
{
    /// <summary>The payload that a form stands for.</summary>
    /// <param name="upload">The form.</param>
    /// <param name="image">SHA-256 of the image, which is in the object store.</param>
    /// <param name="query">The query of the request.</param>
    /// <exception cref="RefusalException">A field or value is missing or not one: status 400.</exception>
    JsonElement ToPayload(UploadedImage upload, string image, IQueryCollection query);
}
