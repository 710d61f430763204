using System.Diagnostics.Metrics;

namespace AspireMl.Inference.Api.Telemetry;

/// <summary>Bucket bounds, chosen so that what is usual falls into the middle ones.</summary>
internal static class Buckets
{
    /// <summary>Seconds: a cached page answers in some ten milliseconds, a fresh one in about a second, a long one in many.</summary>
    public static InstrumentAdvice<double> Seconds { get; } = Of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 30, 60);

    /// <summary>Seconds of work on rows: one takes some ten microseconds, ten thousand some hundred milliseconds.</summary>
    public static InstrumentAdvice<double> ShortSeconds { get; } = Of(0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5);

    /// <summary>Seconds of an image: a small network takes milliseconds, a deep one some tenths of a second.</summary>
    public static InstrumentAdvice<double> ImageSeconds { get; } = Of(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.4, 0.5, 0.75, 1, 2.5, 10);

    /// <summary>Seconds of a job or of its wait: a row takes milliseconds, a page seconds, a full queue minutes.</summary>
    public static InstrumentAdvice<double> JobSeconds { get; } = Of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800);

    /// <summary>Rows of one request.</summary>
    public static InstrumentAdvice<long> Instances { get; } = Of(1L, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000);

    /// <summary>Pixels of one side.</summary>
    public static InstrumentAdvice<long> Pixels { get; } = Of(100L, 250, 500, 750, 1_000, 1_500, 2_000, 3_000, 4_000, 6_000, 10_000);

    /// <summary>Square pixels of one word, from small print to headlines.</summary>
    public static InstrumentAdvice<double> Area { get; } = Of(100.0, 250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000);

    /// <summary>Pages of one file.</summary>
    public static InstrumentAdvice<long> Pages { get; } = Of(1L, 2, 3, 5, 10, 20, 50);

    /// <summary>Words of a document, from a label to several dense pages.</summary>
    public static InstrumentAdvice<long> DocumentWords { get; } = Of(0L, 10, 25, 50, 100, 150, 200, 300, 400, 600, 1_000, 2_000, 4_000);

    /// <summary>Words of a question; 500 characters are some 100 words.</summary>
    public static InstrumentAdvice<long> QuestionWords { get; } = Of(1L, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 50, 100);

    /// <summary>Shares and probabilities, finer where good answers lie.</summary>
    public static InstrumentAdvice<double> Shares { get; } = Of(0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99, 1);

    static InstrumentAdvice<T> Of<T>(params T[] bounds)
        where T : struct => new() { HistogramBucketBoundaries = bounds };
}
