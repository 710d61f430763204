using System.Net;
using System.Text.Json;
using AspireMl.ServiceDefaults.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.ServiceDefaults.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_names_each_check_and_alive_the_live_ones_only()
    {
        await using var service = await StartAsync(HealthCheckResult.Healthy("2 models answer."));

        var health = await ReadAsync(service, "/health", HttpStatusCode.OK);
        var alive = await ReadAsync(service, "/alive", HttpStatusCode.OK);

        Assert.Equal("Healthy", health.GetProperty("status").GetString());
        Assert.Equal("2 models answer.", health.GetProperty("checks").GetProperty("models").GetProperty("description").GetString());
        Assert.Equal(["self"], alive.GetProperty("checks").EnumerateObject().Select(check => check.Name));
    }

    [Fact]
    public async Task A_service_that_is_not_well_is_not_ready_but_alive()
    {
        await using var service = await StartAsync(HealthCheckResult.Unhealthy("Loading."));

        using var response = await service.Client.GetAsync("/health");
        await ReadAsync(service, "/ready", HttpStatusCode.ServiceUnavailable);
        await ReadAsync(service, "/alive", HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_service_that_does_less_than_it_could_says_so_and_is_ready()
    {
        await using var service = await StartAsync(HealthCheckResult.Degraded("No trees."));

        var health = await ReadAsync(service, "/health", HttpStatusCode.OK);
        await ReadAsync(service, "/ready", HttpStatusCode.OK);

        Assert.Equal("Degraded", health.GetProperty("status").GetString());
        Assert.Equal("No trees.", health.GetProperty("checks").GetProperty("models").GetProperty("description").GetString());
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.ServiceUnavailable)]
    public async Task Once_well_a_service_stays_ready_unless_it_lacks_what_it_needs(bool needed, HttpStatusCode expected)
    {
        var well = false;
        await using var service = await TestService.StartAsync(builder => builder.Services.AddHealthChecks().AddCheck(
            "part", () => well ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(), needed ? [HealthTags.Needed] : []));

        await ReadAsync(service, "/ready", HttpStatusCode.ServiceUnavailable);
        well = true;
        await ReadAsync(service, "/ready", HttpStatusCode.OK);
        well = false;
        await ReadAsync(service, "/ready", expected);
        await ReadAsync(service, "/health", HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_failing_live_check_is_neither_ready_nor_alive()
    {
        await using var service = await TestService.StartAsync(builder =>
            builder.Services.AddHealthChecks().AddCheck("stuck", () => HealthCheckResult.Unhealthy(), [HealthTags.Live]));

        await ReadAsync(service, "/health", HttpStatusCode.ServiceUnavailable);
        await ReadAsync(service, "/alive", HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task What_an_exception_says_stays_inside()
    {
        await using var service = await TestService.StartAsync(builder =>
            builder.Services.AddHealthChecks().AddCheck("database", () => throw new InvalidOperationException("Password=hunter2")));

        var text = (await ReadAsync(service, "/health", HttpStatusCode.ServiceUnavailable)).GetRawText();

        Assert.Contains("database", text);
        Assert.DoesNotContain("hunter2", text);
    }

    static Task<TestService> StartAsync(HealthCheckResult models) =>
        TestService.StartAsync(builder => builder.Services.AddHealthChecks().AddCheck("models", () => models));

    static async Task<JsonElement> ReadAsync(TestService service, string path, HttpStatusCode expected)
    {
        using var response = await service.Client.GetAsync(path);
        Assert.Equal(expected, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
