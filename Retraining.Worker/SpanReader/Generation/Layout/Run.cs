namespace AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

/// <summary>Text printed in one go, in points from the page's top left corner.</summary>
/// <param name="Text">What is printed.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top of the line.</param>
/// <param name="Font">Face and size.</param>
/// <param name="IsAnswer">Holds an answer, so noise treats it gently.</param>
internal sealed record Run(string Text, double X, double Y, Font Font, bool IsAnswer)
{
    public double Right => X + Font.Width(Text);
}
