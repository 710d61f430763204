using System.Net;
using AspireMl.ServiceDefaults.OutgoingRequests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace AspireMl.ServiceDefaults.Tests.OutgoingRequests;

public sealed class OutgoingRequestTests
{
    int _calls;

    [Theory]
    [InlineData("http://inference-api/ok")]
    [InlineData("https+http://inference-api/ok")]
    public async Task A_service_is_found_by_its_name(string address)
    {
        await using var called = await TestService.StartAsync(map: app => app.MapGet("/ok", (HttpRequest request) => request.Host.Value));
        await using var caller = await CallerOf(called);

        Assert.Equal(new Uri(called.Address).Authority, await ClientOf(caller).GetStringAsync(address));
    }

    [Fact]
    public async Task A_host_that_is_no_service_is_left_alone()
    {
        await using var called = await TestService.StartAsync(map: app => app.MapGet("/ok", () => "here"));
        await using var caller = await TestService.StartAsync();

        Assert.Equal("here", await ClientOf(caller).GetStringAsync($"{called.Address}/ok"));
    }

    [Fact]
    public async Task A_get_is_tried_again_after_the_time_that_the_server_asks_for()
    {
        await using var called = await Faltering();
        await using var caller = await CallerOf(called);

        using var response = await ClientOf(caller).GetAsync("http://inference-api/busy");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, _calls);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task What_may_change_something_is_sent_once(string method)
    {
        await using var called = await Faltering();
        await using var caller = await CallerOf(called);

        using var request = new HttpRequestMessage(new HttpMethod(method), "http://inference-api/busy");
        using var response = await ClientOf(caller).SendAsync(request);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task A_clients_own_error_is_not_tried_again()
    {
        await using var called = await TestService.StartAsync(map: app => app.MapGet("/wrong", () =>
        {
            _calls++;
            return TypedResults.BadRequest();
        }));
        await using var caller = await CallerOf(called);

        using var response = await ClientOf(caller).GetAsync("http://inference-api/wrong");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_given_up()
    {
        await using var called = await TestService.StartAsync(map: app =>
            app.MapPost("/slow", (CancellationToken cancellation) => Task.Delay(Timeout.Infinite, cancellation)));
        await using var caller = await CallerOf(called, ("OutgoingRequests:AttemptTimeout", "00:00:01"));

        await Assert.ThrowsAsync<TimeoutRejectedException>(() => ClientOf(caller).PostAsync("http://inference-api/slow", null));
    }

    [Fact]
    public async Task A_circuit_opens_for_the_broken_service_alone()
    {
        await using var broken = await TestService.StartAsync(map: app => app.MapPost("/ask", () => TypedResults.StatusCode(500)));
        await using var well = await TestService.StartAsync(map: app => app.MapPost("/ask", () => "here"));
        await using var caller = await TestService.StartAsync();
        var client = ClientOf(caller);

        var outcomes = new List<Outcome<HttpStatusCode>>();
        for (var call = 0; call < 110; call++)
        {
            outcomes.Add(await PostAsync(client, $"{broken.Address}/ask"));
        }

        Assert.IsType<Polly.CircuitBreaker.BrokenCircuitException>(outcomes[^1].Exception);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, $"{well.Address}/ask")).Result);
    }

    [Fact]
    public async Task The_bounds_leave_room_for_a_long_document()
    {
        await using var service = await TestService.StartAsync();
        var options = service.Services.GetRequiredService<IOptions<OutgoingRequestOptions>>().Value;

        Assert.Equal(TimeSpan.FromMinutes(1), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromMinutes(2), options.TotalTimeout);
        Assert.Equal(Timeout.InfiniteTimeSpan, ClientOf(service).Timeout);
    }

    [Theory]
    [InlineData("00:00:00", "00:01:00")]
    [InlineData("02:00:00", "02:00:00")]
    [InlineData("00:02:00", "00:01:00")]
    public async Task Bounds_that_make_no_sense_stop_the_start(string attempt, string total)
    {
        var failure = await Record.ExceptionAsync(() => TestService.StartAsync(settings: new()
        {
            ["OutgoingRequests:AttemptTimeout"] = attempt,
            ["OutgoingRequests:TotalTimeout"] = total,
        }));

        Assert.Contains("OutgoingRequest", failure?.Message);
        Assert.Contains("Timeout", failure?.Message);
    }

    [Fact]
    public void The_standard_pipeline_starts_from_the_packages_defaults()
    {
        var options = new HttpStandardResilienceOptions();

        Assert.Equal(TimeSpan.FromSeconds(30), options.TotalRequestTimeout.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(10), options.AttemptTimeout.Timeout);
        Assert.Equal((3, TimeSpan.FromSeconds(2), true), (options.Retry.MaxRetryAttempts, options.Retry.Delay, options.Retry.UseJitter));
        Assert.Equal(DelayBackoffType.Exponential, options.Retry.BackoffType);
        Assert.Equal((0.1, 100), (options.CircuitBreaker.FailureRatio, options.CircuitBreaker.MinimumThroughput));
    }

    Task<TestService> Faltering() => TestService.StartAsync(map: app => app.Map("/busy", (HttpResponse response) =>
    {
        response.Headers.RetryAfter = "0";
        return Interlocked.Increment(ref _calls) == 1 ? Results.StatusCode(StatusCodes.Status429TooManyRequests) : Results.Ok();
    }));

    static Task<TestService> CallerOf(TestService called, params (string Key, string Value)[] settings) =>
        TestService.StartAsync(settings: settings.Append(("services:inference-api:http:0", called.Address))
            .ToDictionary(setting => setting.Item1, string? (setting) => setting.Item2));

    static HttpClient ClientOf(TestService service) => service.Services.GetRequiredService<IHttpClientFactory>().CreateClient("any");

    static async Task<Outcome<HttpStatusCode>> PostAsync(HttpClient client, string address)
    {
        try
        {
            using var response = await client.PostAsync(address, null);
            return Outcome.FromResult(response.StatusCode);
        }
        catch (Polly.CircuitBreaker.BrokenCircuitException exception)
        {
            return Outcome.FromException<HttpStatusCode>(exception);
        }
    }
}
