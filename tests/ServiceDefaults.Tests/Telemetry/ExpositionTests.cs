using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.ServiceDefaults.Tests.Telemetry;

public sealed class ExpositionTests : IAsyncLifetime
{
    TestService _service = null!;
    Meter _meter = null!;

    public async Task InitializeAsync()
    {
        _service = await TestService.StartAsync();
        _meter = _service.Services.GetRequiredService<IMeterFactory>().Create("AspireMl.Trial");
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_counter_ends_in_total()
    {
        _meter.CreateCounter<long>("aspireml.trial.answers", "{answer}", "Answers.").Add(3);

        var text = await ScrapeAsync();

        Assert.Contains("# TYPE aspireml_trial_answers_total counter\n# HELP aspireml_trial_answers_total Answers.\n", text);
        Assert.Contains("""aspireml_trial_answers_total{otel_scope_name="AspireMl.Trial"} 3""" + "\n", text);
    }

    [Theory]
    [InlineData("s", "seconds")]
    [InlineData("ms", "milliseconds")]
    [InlineData("By", "bytes")]
    [InlineData("By/s", "bytes_per_second")]
    [InlineData("%", "percent")]
    public async Task A_unit_is_spelled_out_in_the_name(string unit, string suffix)
    {
        _meter.CreateGauge<double>("aspireml.trial.value", unit).Record(0.5);

        var text = await ScrapeAsync();

        Assert.Contains($"# UNIT aspireml_trial_value_{suffix} {suffix}\n", text);
        Assert.Contains($$"""aspireml_trial_value_{{suffix}}{otel_scope_name="AspireMl.Trial"} 0.5""" + "\n", text);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("{pixel}")]
    public async Task A_dimensionless_or_annotated_unit_leaves_the_name_alone(string unit)
    {
        _meter.CreateUpDownCounter<int>("aspireml.trial.value", unit).Add(-2);

        Assert.Contains("""aspireml_trial_value{otel_scope_name="AspireMl.Trial"} -2""" + "\n", await ScrapeAsync());
    }

    [Fact]
    public async Task A_histogram_counts_what_lies_below_each_bound()
    {
        var histogram = _meter.CreateHistogram(
            "aspireml.trial.duration", "s", "Time.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1, 10] });
        histogram.Record(0.05);
        histogram.Record(0.5);
        histogram.Record(50);

        var lines = (await ScrapeAsync()).Split('\n').Where(line => line.StartsWith("aspireml_trial_duration", StringComparison.Ordinal));

        Assert.Equal(
            [
                """aspireml_trial_duration_seconds_bucket{otel_scope_name="AspireMl.Trial",le="0.1"} 1""",
                """aspireml_trial_duration_seconds_bucket{otel_scope_name="AspireMl.Trial",le="1"} 2""",
                """aspireml_trial_duration_seconds_bucket{otel_scope_name="AspireMl.Trial",le="10"} 2""",
                """aspireml_trial_duration_seconds_bucket{otel_scope_name="AspireMl.Trial",le="+Inf"} 3""",
                """aspireml_trial_duration_seconds_sum{otel_scope_name="AspireMl.Trial"} 50.55""",
                """aspireml_trial_duration_seconds_count{otel_scope_name="AspireMl.Trial"} 3""",
            ],
            lines);
    }

    [Fact]
    public async Task Labels_are_sanitised_and_their_values_escaped()
    {
        _meter.CreateCounter<long>("aspireml.trial.odd", null, "Two\nlines \\ one slash.")
            .Add(1, new("aspireml.model.name", "a\"b\\c\nd"), new("1st", true));

        var text = await ScrapeAsync();

        Assert.Contains("""# HELP aspireml_trial_odd_total Two\nlines \\ one slash.""", text);
        Assert.Contains("""aspireml_model_name="a\"b\\c\nd""" + "\"", text);
        Assert.Contains(""",_1st="true""" + "\"", text);
    }

    [Fact]
    public async Task Infinities_and_what_is_no_number_have_prometheus_names()
    {
        var gauge = _meter.CreateGauge<double>("aspireml.trial.extreme");
        gauge.Record(double.PositiveInfinity, new KeyValuePair<string, object?>("kind", "high"));
        gauge.Record(double.NegativeInfinity, new KeyValuePair<string, object?>("kind", "low"));
        gauge.Record(double.NaN, new KeyValuePair<string, object?>("kind", "none"));

        var text = await ScrapeAsync();

        Assert.Contains("""kind="high"} +Inf""", text);
        Assert.Contains("""kind="low"} -Inf""", text);
        Assert.Contains("""kind="none"} NaN""", text);
    }

    [Fact]
    public async Task What_the_runtime_the_server_and_the_product_measure_is_all_there_and_promtool_reads_it()
    {
        _meter.CreateCounter<long>("aspireml.trial.questions", "{question}", "Questions.").Add(1);
        (await _service.Client.GetAsync("/nowhere")).Dispose();

        var text = await _service.ScrapeAsync(until: "http_server_request_duration_seconds_count");

        Assert.Contains("dotnet_gc_collections_total", text);
        Assert.Contains("kestrel_active_connections", text);
        Assert.Contains("aspireml_trial_questions_total", text);
        Assert.DoesNotContain(text.Split('\n'), line =>
            line.StartsWith("http_server_request_duration", StringComparison.Ordinal) && line.Contains("/metrics", StringComparison.Ordinal));
        var complaints = await Promtool.ComplaintsAboutAsync(text);
        Assert.True(complaints.Length == 0, complaints);
    }

    [Fact]
    public async Task The_answer_is_in_the_text_format()
    {
        using var response = await _service.Client.GetAsync("/metrics");

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith("# EOF\n", await response.Content.ReadAsStringAsync());
    }

    Task<string> ScrapeAsync() => _service.ScrapeAsync(until: "aspireml_trial");
}
