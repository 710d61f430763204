using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AspireMl.ServiceDefaults.Tests;

public sealed class ServiceDefaultsTests
{
    [Fact]
    public async Task The_description_of_the_interface_lists_the_endpoints_of_the_service_alone()
    {
        await using var service = await TestService.StartAsync(map: app => app.MapGet("/v1/things", () => "things"));

        var document = JsonDocument.Parse(await service.Client.GetStringAsync("/openapi/v1.json")).RootElement;

        Assert.Equal(["/v1/things"], document.GetProperty("paths").EnumerateObject().Select(path => path.Name));
    }

    [Fact]
    public async Task A_stop_waits_for_requests_but_not_for_ever()
    {
        await using var service = await TestService.StartAsync();

        Assert.Equal(TimeSpan.FromSeconds(30), service.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }
}
