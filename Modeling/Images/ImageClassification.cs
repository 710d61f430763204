using AspireMl.Modeling.Images.Explanations;

namespace AspireMl.Modeling.Images;

/// <summary>What a classifier says of one image.</summary>
/// <param name="Probabilities">One a label, in the order of the labels.</param>
/// <param name="Embedding">The image as the last layer sees it; empty when the card names none.</param>
/// <param name="HeatMap">Where the most probable label was seen; null when it was not asked for.</param>
public sealed record ImageClassification(float[] Probabilities, float[] Embedding, HeatMap? HeatMap);
