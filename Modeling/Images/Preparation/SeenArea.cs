namespace AspireMl.Modeling.Images.Preparation;

/// <summary>The part of an image that a graph sees, in pixels of the image.</summary>
readonly record struct SeenArea(float Left, float Top, float Width, float Height);
