namespace AspireMl.Contracts.ImageDatasets;

/// <summary>One thing that was looked for in a version of an image dataset.</summary>
/// <param name="Name">What was looked for.</param>
/// <param name="Subject">In which class or split, or null for the whole.</param>
/// <param name="Value">What was found: a number of images, a share from 0 to 1, or a distance of distributions.</param>
/// <param name="Limit">What is allowed before nothing may be learned from it.</param>
/// <param name="Severity">One of <see cref="Training.CheckSeverities"/>.</param>
/// <param name="Message">A sentence, for a person.</param>
/// <param name="Examples">Some of the images that it is about.</param>
public sealed record ImageCheck(string Name, string? Subject, double Value, double Limit, string Severity, string Message, IReadOnlyList<ImageEntry> Examples);
