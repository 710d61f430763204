using System.Net.Http.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Tabular;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;
using Dapper;
using Npgsql;

namespace AspireMl.Inference.Api.Tests.RealPipeline;

/// <summary>What is left of a service that is killed while it works.</summary>
[Collection(SharedPostgres.Name)]
public sealed class KillTests(PostgresFixture postgres) : IDisposable
{
    const string Roast = "roast-quality";
    const string Digits = "12347";
    const int Clients = 2;
    const int RecordsBefore = 4;

    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-api-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_service_killed_while_it_answers_starts_again_with_every_record_once()
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        IReadOnlyList<InferenceRecord> before = [];
        Task<int>[] clients;
        await using (var service = await InferenceProcess.StartAsync(database, _folder))
        {
            clients = [.. Enumerable.Range(0, Clients).Select(client => AskUntilItDiesAsync(service.Client, client))];
            await Eventually.TrueAsync(async () => (before = await ListAsync(service.Client)).Count >= RecordsBefore);
            await service.KillAsync();
        }

        var answered = (await Task.WhenAll(clients)).Sum();

        await using var next = await InferenceProcess.StartAsync(database, _folder);
        // What the journal kept is recorded behind the first requests.
        IReadOnlyList<InferenceRecord> after = [];
        await Eventually.TrueAsync(async () => (after = await ListAsync(next.Client)).Count >= answered);
        Assert.Superset(before.Select(record => record.InferenceId).ToHashSet(), after.Select(record => record.InferenceId).ToHashSet());
        Assert.Distinct(after.Select(record => record.InferenceId));
        Assert.Distinct(after.Select(record => record.Question));

        // Each client may have been waiting for one answer that was recorded but never reached it.
        Assert.InRange(after.Count, answered, answered + Clients);
        foreach (var record in after)
        {
            var image = await next.Client.GetByteArrayAsync($"/v1/inferences/{record.InferenceId}/image");
            Assert.Equal(Page(int.Parse(record.Question!.Split(' ')[^1].TrimEnd('?'))), image);
        }

        Assert.Contains("1234", (await next.Client.AskAsync(Pages.Receipt("1234"), Pages.Question)).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_killed_while_its_database_is_away_has_every_answer_recorded_by_the_next_start()
    {
        await using var server = await PostgresServer.StartNewAsync();
        var database = await server.CreateDatabaseAsync();
        List<Guid> answered = [];
        await using (var service = await InferenceProcess.StartAsync(database, _folder))
        {
            var card = (await new InferenceClient(service.Client).GetModelAsync(Roast)).Versions[0];
            var row = card.Tabular!.Features.ToDictionary(feature => feature.Name, feature => feature.Typical);
            await server.KillAsync();
            answered.Add((await service.Client.AskAsync(Page(1), Pages.Question)).InferenceId);
            for (var request = 0; request < 50; request++)
            {
                using var response = await service.Client.PostAsJsonAsync($"/v1/tabular/{Roast}/predict", new { instances = new[] { row, row } });
                answered.AddRange((await response.Content.ReadFromJsonAsync<TabularAnswer>())!.Predictions.Select(prediction => prediction.InferenceId));
            }

            await service.KillAsync();
        }

        await server.StartAsync();
        await using var next = await InferenceProcess.StartAsync(database, _folder);

        List<Guid> recorded = [];
        await Eventually.TrueAsync(async () => (recorded = await RecordedAsync(database)).Count >= answered.Count);
        Assert.Equal(answered.Order(), recorded.Order());
        Assert.Equal(Page(1), await next.Client.GetByteArrayAsync($"/v1/inferences/{answered[0]}/image"));
    }

    static async Task<List<Guid>> RecordedAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        return [.. await connection.QueryAsync<Guid>("select inference_id from inferences union all select inference_id from tabular_inferences")];
    }

    /// <summary>Asks about one new page after the other.</summary>
    /// <returns>How many answers came.</returns>
    static async Task<int> AskUntilItDiesAsync(HttpClient client, int first)
    {
        for (var number = first; ; number += Clients)
        {
            try
            {
                await client.AskAsync(Page(number), $"What is the total of page {number}?");
            }
            catch (HttpRequestException broken) when (broken.StatusCode is null)
            {
                return (number - first) / Clients;
            }
        }
    }

    static async Task<IReadOnlyList<InferenceRecord>> ListAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<Page<InferenceRecord>>("/v1/inferences?limit=200"))!.Items;

    // Each number has a total of its own, so that no page is known from before.
    static byte[] Page(int number)
    {
        var total = new char[4];
        for (var i = total.Length; i-- > 0; number /= Digits.Length)
        {
            total[i] = Digits[number % Digits.Length];
        }

        return Pages.Receipt(new string(total));
    }
}
