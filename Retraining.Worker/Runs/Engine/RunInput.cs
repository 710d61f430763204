using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Runs.Engine;

/// <summary>What a run works on.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Tables">The data.</param>
/// <param name="Champion">The version to beat, or null.</param>
/// <param name="Search">How candidates are looked for.</param>
internal sealed record RunInput(string Model, TrainingTables Tables, TabularModel? Champion, SearchOptions Search);
