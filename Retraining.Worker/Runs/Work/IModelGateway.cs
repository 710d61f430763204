namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>The models that answer, as far as training has to do with them.</summary>
internal interface IModelGateway
{
    /// <summary>Opens the champion of a model, or null when it has none.</summary>
    Task<OpenedModel?> OpenChampionAsync(string model, CancellationToken cancellation);

    /// <summary>Registers a package; one that is registered already stays.</summary>
    Task RegisterAsync(byte[] archive, string model, string version, CancellationToken cancellation);

    /// <summary>Lets an alias name a version.</summary>
    Task MoveAliasAsync(string model, string alias, string version, string reason, CancellationToken cancellation);
}
