namespace AspireMl.Retraining.Worker.Images.Training;

/// <summary>A trained head and what chose it.</summary>
/// <param name="Head">The head.</param>
/// <param name="Temperature">What its logits are divided by.</param>
/// <param name="Penalty">The penalty under which it was trained.</param>
/// <param name="Iterations">Iterations until it was best on the validation images.</param>
/// <param name="ValidationLoss">Its mean cross-entropy on the validation images before its temperature.</param>
internal sealed record TrainedHead(SoftmaxHead Head, double Temperature, double Penalty, int Iterations, double ValidationLoss);
