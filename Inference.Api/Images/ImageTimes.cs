namespace AspireMl.Inference.Api.Images;

/// <summary>Where the time of an image went.</summary>
/// <param name="Decode">From bytes to pixels.</param>
/// <param name="Classify">From pixels to probabilities; of a batch the image's share.</param>
/// <param name="Explain">From the heat map to its pictures.</param>
readonly record struct ImageTimes(TimeSpan Decode, TimeSpan Classify, TimeSpan Explain = default);
