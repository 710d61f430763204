namespace AspireMl.Contracts.Training;

/// <summary>What one feature means to a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Importance">Mean of its Shapley values without their signs, in the unit of the sums.</param>
/// <param name="Permutation">By how much the RMSE rises when its values are shuffled, in the target's unit.</param>
/// <param name="Shapley">Single rows: the value of the feature and its Shapley value.</param>
/// <param name="Dependence">The mean prediction when all rows are given one value of the feature, by rising value; empty for unimportant features.</param>
public sealed record FeatureExplanation(
    string Name, double Importance, double Permutation, IReadOnlyList<ShapleyPoint> Shapley, IReadOnlyList<DependencePoint> Dependence);
