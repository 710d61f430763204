namespace AspireMl.Storage.Registry;

/// <summary>What to make of an alias.</summary>
/// <param name="Model">The model.</param>
/// <param name="Alias">The alias.</param>
/// <param name="Version">The version that it is to name.</param>
/// <param name="MovedBy">Who wants it.</param>
/// <param name="Reason">Why.</param>
public sealed record AliasChange(string Model, string Alias, string Version, string MovedBy, string Reason)
{
    /// <summary>True to leave an alias alone that names a version already.</summary>
    public bool OnlyWhereNone { get; init; }
}
