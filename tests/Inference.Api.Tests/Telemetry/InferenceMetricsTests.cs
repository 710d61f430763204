using System.Diagnostics.Metrics;
using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Inference.Api.Tests.Harness;

namespace AspireMl.Inference.Api.Tests.Telemetry;

public sealed class InferenceMetricsTests : IDisposable
{
    readonly SeenMetrics _metrics = new();

    InferenceMetrics Metrics => _metrics.Metrics;

    IReadOnlyList<SeenMeasurement> Seen => _metrics.All;

    [Fact]
    public void An_answer_from_a_cached_page_records_no_decoding_and_no_ocr()
    {
        Metrics.RecordAnswer("span-reader", found: true, confidence: 0.9, confidenceLead: 0.4, new AnswerTimings(0, 0, 12, 15));

        Assert.Equal(["read", "total"], Seen.Where(seen => seen.Name == MetricNames.Duration).Select(seen => seen.Tags[MetricNames.Stage]));
        Assert.Equal([0.012, 0.015], Seen.Where(seen => seen.Name == MetricNames.Duration).Select(seen => seen.Value));
    }

    [Fact]
    public void A_question_without_an_answer_counts_as_none_and_has_no_confidence()
    {
        Metrics.RecordAnswer("span-reader", found: false, confidence: 0, confidenceLead: null, new AnswerTimings(1, 2, 3, 6));

        var answer = Assert.Single(Seen, seen => seen.Name == MetricNames.Answers);
        Assert.Equal("none", answer.Tags[MetricNames.Outcome]);
        Assert.DoesNotContain(Seen, seen => seen.Name is MetricNames.Confidence or MetricNames.ConfidenceLead);
    }

    [Fact]
    public void A_failure_names_its_kind()
    {
        Metrics.RecordFailure("span-reader", FailureKind.UnusableInput);

        var answer = Assert.Single(Seen, seen => seen.Name == MetricNames.Answers);
        Assert.Equal(("failed", "unusable-input"), (answer.Tags[MetricNames.Outcome], answer.Tags[MetricNames.ErrorType]));
    }

    [Fact]
    public void Work_is_counted_down_once()
    {
        var work = Metrics.TrackWork();
        work.Dispose();
        work.Dispose();

        Assert.Equal(0, Seen.Where(seen => seen.Name == MetricNames.Active).Sum(seen => seen.Value));
        Assert.Contains(Seen, seen => seen.Name == MetricNames.Active && seen.Value == 1);
    }

    [Fact]
    public void A_model_that_becomes_ready_shows_its_counters_at_zero()
    {
        Metrics.RecordModelReady("span-reader", "1.0.0", ModelTasks.DocumentQuestion);

        Assert.Equal(5, Seen.Count(seen => seen.Name == MetricNames.Answers && seen.Value == 0));
        Assert.Equal(["correct", "incorrect"], Seen.Where(seen => seen.Name == MetricNames.Feedback).Select(seen => seen.Tags[MetricNames.Verdict]));
        Assert.Contains(Seen, seen => seen is { Name: MetricNames.ModelReady, Value: 1 });
    }

    [Fact]
    public void The_queue_is_observed_when_someone_looks()
    {
        var depth = 3;
        Metrics.ObserveQueue(() => depth, capacity: 32, workers: 2);

        _metrics.Observe();
        depth = 5;
        _metrics.Observe();

        Assert.Equal([3, 5], Seen.Where(seen => seen.Name == MetricNames.QueueDepth).Select(seen => (int)seen.Value));
        Assert.All(Seen.Where(seen => seen.Name == MetricNames.QueueCapacity), seen => Assert.Equal(32, seen.Value));
    }

    [Fact]
    public void Every_histogram_advises_rising_buckets()
    {
        var advised = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                IReadOnlyList<double>? bounds = instrument switch
                {
                    Histogram<double> histogram => histogram.Advice?.HistogramBucketBoundaries,
                    Histogram<long> histogram => [.. histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound) ?? []],
                    _ => null,
                };
                if (instrument.Meter.Name == MetricNames.MeterName && bounds is not null)
                {
                    Assert.Equal(bounds.Distinct().Order(), bounds);
                    Assert.True(bounds.Count > 5, instrument.Name);
                    advised.Add(instrument.Name);
                }
            },
        };
        _ = Metrics;
        listener.Start();

        Assert.True(advised.Distinct().Count() >= 11, string.Join(", ", advised));
    }

    public void Dispose() => _metrics.Dispose();
}
