using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AspireMl.Testing;

namespace AspireMl.Deploy.Tests.Images;

/// <summary>The images of the services run as the chart says, beside a PostgreSQL and an S3 server.</summary>
public sealed class PlayedChartTests
{
    const string Question = "What is the total?";
    const string Answer = "41.58";

    [PodmanFact]
    public async Task A_question_is_answered_through_the_pods_of_the_chart()
    {
        await using var database = await PostgresServer.StartNewAsync();
        await using var objects = await SwiftServer.StartNewAsync();
        await using var chart = await PlayedChart.StartAsync(await database.CreateDatabaseAsync(), objects.ConnectionStringOf("played"));

        Assert.Equal(Answer, await AskServiceAsync(chart.AddressOf("inference-api")));
        Assert.Equal(Answer, await AskOnPageAsync(chart.AddressOf("frontend")));
        foreach (var component in new[] { "inference-api", "frontend" })
        {
            var container = await PlayedChart.InspectAsync(component);
            Assert.True(container["HostConfig"]!["ReadonlyRootfs"]!.GetValue<bool>());
            Assert.StartsWith("1654", $"{container["Config"]!["User"]}", StringComparison.Ordinal);
            Assert.Empty(container["EffectiveCaps"]?.AsArray() ?? []);
        }
    }

    static async Task<string> AskServiceAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var page = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(RepositoryRoot.Path, "Frontend.Blazor", "wwwroot", "samples", "cafe-receipt.jpg")));
        using var form = new MultipartFormDataContent { { page, "image", "receipt.jpg" }, { new StringContent(Question), "question" } };
        using var response = await client.PostAsync("/v1/documents/ask", form);
        return $"{(await response.Content.ReadFromJsonAsync<JsonNode>())!["answer"]}";
    }

    // A page answers clicks once its connection is there, so they are repeated until something happens.
    static async Task<string> AskOnPageAsync(Uri address)
    {
        await using var browser = await Chromium.OpenAsync(address);
        return $"{await browser.EvaluateAsync($$"""
            (async () => {
              const until = async found => {
                for (let tries = 0; tries < 600; tries++) {
                  const it = found();
                  if (it) return it;
                  await new Promise(resolve => setTimeout(resolve, 100));
                }
                throw new Error(document.body.innerText);
              };
              await until(() => document.querySelector('#question') ?? void document.querySelector('[data-sample=cafe-receipt]')?.click());
              (await until(() => [...document.querySelectorAll('.chip')].find(chip => chip.textContent === '{{Question}}'))).click();
              return (await until(() => document.querySelector('.answer.is-current .answer-words'))).textContent;
            })().catch(error => error.message)
            """)}";
    }
}
