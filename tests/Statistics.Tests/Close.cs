namespace AspireMl.Statistics.Tests;

internal static class Close
{
    /// <summary>Asserts equality within a relative tolerance, and an absolute one near 0.</summary>
    public static void To(double expected, double actual, double tolerance = 1e-9) =>
        Assert.True(Within(expected, actual, tolerance), $"Expected {expected:R}, got {actual:R}.");

    public static bool Within(double expected, double actual, double tolerance = 1e-9) =>
        Math.Abs(expected - actual) <= tolerance * Math.Max(Math.Abs(expected), 1e-3);
}
