using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;
using Dapper;
using Npgsql;

namespace AspireMl.Inference.Api.Tests.Capture;

[Collection(SharedPostgres.Name)]
public sealed class CaptureBatchTests(PostgresFixture postgres)
{
    const string LongestInterval = "00:00:01";

    [Fact]
    public async Task Answers_that_come_soon_after_each_other_share_a_write()
    {
        const int answers = 40;

        Assert.InRange(await WritesAsync(answers, ("Capture:BatchInterval", LongestInterval)), 1, answers / 2);
    }

    [Fact]
    public async Task Full_batches_do_not_wait_for_each_other()
    {
        // Were they to wait, they would take longer than a test does.
        const int answers = 100;

        Assert.Equal(answers, await WritesAsync(answers, ("Capture:BatchInterval", LongestInterval), ("Capture:BatchSize", "1")));
    }

    async Task<long> WritesAsync(int answers, params (string Key, string Value)[] settings)
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        await using var api = await InferenceApi.StartWithKilnAsync(database, settings);
        for (var answer = 0; answer < answers; answer++)
        {
            await api.Client.PredictAsync(Rows.One());
        }

        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        await using var connection = new NpgsqlConnection(database);
        // The rows of one write carry the number of its transaction.
        return await connection.ExecuteScalarAsync<long>("select count(distinct xmin::text) from tabular_inferences");
    }
}
