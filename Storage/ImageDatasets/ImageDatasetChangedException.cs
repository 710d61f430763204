namespace AspireMl.Storage.ImageDatasets;

/// <summary>A dataset got another newest version than the one that a change was made for; the message says so.</summary>
public sealed class ImageDatasetChangedException(string dataset, int? newest)
    : Exception(newest is { } number
        ? $"The image dataset {dataset} is at version {number} by now; look at it and send the change again."
        : $"The image dataset {dataset} has no version yet that could be changed.");
