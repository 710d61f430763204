namespace AspireMl.Storage.Datasets;

/// <summary>The schema of a dataset is no longer the one that rows were checked against.</summary>
public sealed class DatasetChangedException() : Exception("The schema of the dataset was changed while rows were on their way; send them again.");
