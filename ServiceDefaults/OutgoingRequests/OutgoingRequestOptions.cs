using System.ComponentModel.DataAnnotations;

namespace AspireMl.ServiceDefaults.OutgoingRequests;

/// <summary>Bounds of the requests that a service sends to others; section <c>OutgoingRequests</c>.</summary>
public sealed class OutgoingRequestOptions : IValidatableObject
{
    /// <value>Longest time of one attempt, upload and OCR of a long document included. Default 1 minute, from 1 second to 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <value>Longest time of a request with its retries. Default 2 minutes, from <see cref="AttemptTimeout"/> to 2 hours.</value>
    [Range(typeof(TimeSpan), "00:00:01", "02:00:00")]
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TotalTimeout < AttemptTimeout)
        {
            yield return new ValidationResult("OutgoingRequests:TotalTimeout must not be shorter than OutgoingRequests:AttemptTimeout.", [nameof(TotalTimeout)]);
        }
    }
}
