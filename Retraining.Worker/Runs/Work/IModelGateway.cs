using AspireMl.Modeling.Tabular;
using AspireMl.Storage.Registry;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>The models that answer, as far as training has to do with them.</summary>
internal interface IModelGateway
{
    /// <summary>Opens the champion of a model, or null when it has none.</summary>
    /// <exception cref="AspireMl.Modeling.ModelPackages.ModelPackageException">It is not a tabular model.</exception>
    Task<TabularModel?> OpenChampionAsync(string model, CancellationToken cancellation);

    /// <summary>Registers a verified package; one that is registered already stays.</summary>
    Task RegisterAsync(byte[] archive, CancellationToken cancellation) => RegisterAsync(archive, null, cancellation);

    /// <summary>Registers a verified package and lets an alias name it, both or neither; one that is registered already stays.</summary>
    Task RegisterAsync(byte[] archive, AliasChange? named, CancellationToken cancellation);

    /// <summary>Lets an alias name a registered version.</summary>
    Task MoveAliasAsync(AliasChange change, CancellationToken cancellation);
}
