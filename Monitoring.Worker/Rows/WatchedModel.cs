using AspireMl.Contracts.Models;
using AspireMl.Storage.Registry;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>A tabular model as its champion is.</summary>
sealed record WatchedModel(RegisteredVersion Champion, TabularCard Schema)
{
    public string Name => Champion.Card.Name;
}
