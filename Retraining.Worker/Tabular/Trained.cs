namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>A graph and what its trainer predicts.</summary>
/// <param name="Graph">The ONNX graph of a tabular package.</param>
/// <param name="Predicted">One value for each of the other rows.</param>
/// <param name="Link">The card's link: how the graph turns its sum into a prediction.</param>
internal sealed record Trained(byte[] Graph, float[] Predicted, string? Link = null);
