namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>A way to learn, judged by cross-validation.</summary>
/// <param name="Trainer">Its name.</param>
/// <param name="Settings">What distinguishes it from others of the same trainer.</param>
/// <param name="CrossValidation">RMSE over all validation rows.</param>
/// <param name="Train">Learns from all training rows and gives the graph with the trainer's own predictions for other rows.</param>
internal sealed record Candidate(string Trainer, string Settings, double CrossValidation, Func<TabularData, TabularData, Trained> Train);

/// <summary>A graph and what its trainer predicts.</summary>
internal sealed record Trained(byte[] Graph, float[] Predicted);
