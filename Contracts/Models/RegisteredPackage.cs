using AspireMl.Contracts.Documents;

namespace AspireMl.Contracts.Models;

/// <summary>A version that is in the registry.</summary>
/// <param name="Model">Its model and number.</param>
/// <param name="Package">SHA-256 of its archive: the same for the same package, whatever archive it was uploaded in.</param>
/// <param name="CreatedAt">When it was registered, UTC.</param>
/// <param name="CreatedBy">Who registered it.</param>
public sealed record RegisteredPackage(ModelVersion Model, string Package, DateTimeOffset CreatedAt, string CreatedBy);
