using AspireMl.Contracts.Inferences;

namespace AspireMl.Frontend.Blazor.Status;

/// <summary>What the recorded answers of a window say together.</summary>
/// <param name="Steps">Equal steps of time, oldest first, without gaps.</param>
/// <param name="Answers">How many answers.</param>
/// <param name="Answered">Share with an answer found, 0 to 1; null without any.</param>
/// <param name="Correct">Share of the judged ones that are correct, 0 to 1; null without any.</param>
/// <param name="FirstMs">Median time of first questions about a page, in milliseconds; null without any.</param>
/// <param name="AgainMs">Median time of further questions about a page, in milliseconds; null without any.</param>
public sealed record Activity(IReadOnlyList<ActivityStep> Steps, int Answers, double? Answered, double? Correct, double? FirstMs, double? AgainMs)
{
    /// <summary>Sums up answers between two moments.</summary>
    public static Activity Of(IReadOnlyList<InferenceRecord> records, DateTimeOffset now, TimeWindow window)
    {
        // Steps start on whole multiples, so that bars keep their places when the chart is drawn again.
        var last = new DateTimeOffset(now.UtcTicks - now.UtcTicks % window.Step.Ticks, TimeSpan.Zero);
        var count = (int)(window.Length / window.Step);
        var byStep = records.ToLookup(record => (last - record.CreatedAt) / window.Step is var back && back <= 0 ? 0 : (int)Math.Ceiling(back));
        var steps = Enumerable.Range(0, count).Reverse().Select(back => ActivityStep.Of(last - back * window.Step, byStep[back])).ToList();
        var judged = records.Where(record => record.Feedback is not null).ToList();
        return new(
            steps,
            records.Count,
            Share(records, record => record.Answer is not null),
            Share(judged, record => record.Feedback!.Verdict == Feedback.Correct),
            Quantile(records.Where(record => record.Timings?.OcrMs > 0), 0.5),
            Quantile(records.Where(record => record.Timings?.OcrMs == 0), 0.5));
    }

    internal static double? Quantile(IEnumerable<InferenceRecord> records, double share)
    {
        var sorted = records.Select(record => record.Timings?.TotalMs).OfType<double>().Order().ToList();
        return sorted.Count == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }

    static double? Share(IReadOnlyCollection<InferenceRecord> records, Func<InferenceRecord, bool> counts) =>
        records.Count == 0 ? null : records.Count(counts) / (double)records.Count;
}

/// <summary>One step of time.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="Count">Answers in it.</param>
/// <param name="MedianMs">Median total time in milliseconds, by nearest rank; null without answers.</param>
/// <param name="P95Ms">95th percentile of the total time in milliseconds, by nearest rank; null without answers.</param>
public sealed record ActivityStep(DateTimeOffset Start, int Count, double? MedianMs, double? P95Ms)
{
    internal static ActivityStep Of(DateTimeOffset start, IEnumerable<InferenceRecord> records)
    {
        var list = records.ToList();
        return new(start, list.Count, Activity.Quantile(list, 0.5), Activity.Quantile(list, 0.95));
    }
}
