using AspireMl.Contracts.Documents;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>The café receipt among the samples, and what stands where on it.</summary>
internal static class SamplePages
{
    public static PageSize Receipt { get; } = new(640, 900);

    public static Box Total { get; } = new(434, 648, 165, 32);

    public static string ReceiptPath { get; } = Path.Combine(FrontendProcess.ProjectFolder, "wwwroot", "samples", "cafe-receipt.jpg");

    public static IReadOnlyList<OcrLine> Lines { get; } =
    [
        Line(46, 46, ("HARBOUR", 172, 120), ("LANE", 302, 70), ("CAFE", 382, 70)),
        Line(46, 212, ("Date:", 46, 60), ("14/03/2026", 120, 126), ("10:42", 532, 62)),
        Line(46, 648, ("TOTAL", 46, 90), ("GBP", 434, 58), ("41.58", 504, 95)),
    ];

    static OcrLine Line(float x, float y, params (string Text, float X, float Width)[] words)
    {
        var all = words.Select(word => new OcrWord(word.Text, new(word.X, y, word.Width, 34))).ToList();
        return new(string.Join(' ', all.Select(word => word.Text)), 0.98, new(x, y, 550, 34), all);
    }
}
