using AspireMl.Contracts.Models;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Runs.Engine;

/// <summary>The data of a run as they were at one time.</summary>
/// <param name="Schema">The features and the target.</param>
/// <param name="Training">Rows to learn from, oldest first.</param>
/// <param name="HeldOut">Rows to judge on; they choose nothing.</param>
/// <param name="Newest">Time of the newest row, UTC.</param>
/// <param name="Hash">SHA-256 over all of it in lower-case hex.</param>
internal sealed record TrainingTables(TabularCard Schema, TabularData Training, TabularData HeldOut, DateTimeOffset Newest, string Hash);
