namespace AspireMl.Contracts.Jobs;

/// <summary>Which model the workers of a service apply.</summary>
/// <param name="Service">The service's name; messages are routed by it.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Alias">The alias that names the version, for example <c>champion</c>.</param>
public sealed record ServiceBinding(string Service, string Model, string Alias);
