using System.Collections.Concurrent;
using AspireMl.Contracts.Models;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Registry;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>The models of the registry. Cards never change, so they are read once.</summary>
sealed class WatchedModels(IModelRegistry registry)
{
    readonly ConcurrentDictionary<VersionKey, RegisteredVersion> _versions = new();

    /// <summary>The champion of a model.</summary>
    /// <exception cref="RefusalException">There is no such model: status 404.</exception>
    public async Task<RegisteredVersion> RequireChampionAsync(string model, CancellationToken cancellation)
    {
        var champion = (await ReadAsync(cancellation)).FirstOrDefault(alias => alias.Model == model && alias.Alias == ModelAliases.Champion)
            ?? throw Refusal.Unknown("There is no model of this name that has a champion; GET /v1/models of the inference service lists the models.");
        return _versions[new(model, champion.Version)];
    }

    /// <summary>A tabular model with its champion.</summary>
    /// <exception cref="RefusalException">There is no such model (status 404), or it is not tabular (422).</exception>
    public async Task<WatchedModel> RequireAsync(string model, CancellationToken cancellation)
    {
        var champion = await RequireChampionAsync(model, cancellation);
        return champion.Card.Tabular is { } schema
            ? new(champion, schema)
            : throw Refusal.Unusable($"The model {model} is no tabular model; its rows cannot be watched.");
    }

    /// <summary>The tabular card of a version; null when it is not registered or not tabular.</summary>
    public async Task<TabularCard?> FindCardAsync(VersionKey key, CancellationToken cancellation)
    {
        if (!_versions.ContainsKey(key))
        {
            await ReadAsync(cancellation);
        }

        return _versions.GetValueOrDefault(key)?.Card.Tabular;
    }

    async Task<IReadOnlyList<ModelAlias>> ReadAsync(CancellationToken cancellation)
    {
        var content = await registry.ReadAsync([.. _versions.Keys], cancellation);
        foreach (var version in content.Versions)
        {
            _versions[version.Key] = version;
        }

        return content.Aliases;
    }
}
