using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Retraining.Worker.ImageDatasets.Import;

/// <summary>What an import is to become.</summary>
/// <param name="Dataset">Name of the dataset; made when it is not there.</param>
/// <param name="Actor">Who imports.</param>
/// <param name="Reason">Why.</param>
/// <param name="Mode">One of <see cref="ImageImportModes"/>.</param>
internal sealed record ImportRequest(string Dataset, string Actor, string Reason, string Mode = ImageImportModes.Replace);
