namespace AspireMl.Contracts.Training;

/// <summary>What the champion of a model goes by.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">The champion's version.</param>
/// <param name="On">The split whose rows were explained.</param>
/// <param name="Rows">How many of its newest rows were explained.</param>
/// <param name="Link">One of the card's links: Shapley values add up before it.</param>
/// <param name="Base">What is expected before a row is known, in the unit of the sums.</param>
/// <param name="Rmse">Of the predictions for the rows that permutation importance was measured on.</param>
/// <param name="Features">The features, most important first.</param>
public sealed record Explanation(
    string Model, string Version, string On, int Rows, string Link, double Base, double Rmse, IReadOnlyList<FeatureExplanation> Features);
