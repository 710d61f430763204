using AspireMl.Contracts.Datasets;

namespace AspireMl.Storage.Datasets;

/// <summary>A dataset as it is now.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Name">Its name.</param>
/// <param name="Revision">Counts the changes of its schema, from 1.</param>
/// <param name="Schema">What its rows hold.</param>
public sealed record Dataset(int Id, string Name, int Revision, DatasetSchema Schema);
