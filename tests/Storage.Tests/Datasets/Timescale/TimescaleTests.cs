using System.Diagnostics;
using System.Text.Json;
using AspireMl.Storage.PostgreSql;
using AspireMl.Testing;

namespace AspireMl.Storage.Tests.Datasets.Timescale;

public sealed class TimescaleTests
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [TimescaleFact]
    public async Task Rows_are_a_hypertable_that_takes_and_gives_back_what_the_plain_table_does()
    {
        const string Rows =
            """
            insert into dataset_rows (dataset_id, split, at, row_id, inference_id, features, target)
            select 1, 'training', timestamptz '2026-01-01Z' + i * interval '1 day', md5(i::text)::uuid, null, array[i, 'NaN'::float8], i
            from generate_series(0, 99) i
            on conflict do nothing
            """;
        const string Answer =
            """
            select (select num_chunks::int from timescaledb_information.hypertables where hypertable_name = 'dataset_rows') as chunks,
                   (select count(*)::int from dataset_rows) as rows, (select max(at)::text from dataset_rows) as last
            """;

        var answer = await RunAsync(
            "create extension timescaledb",
            Migration.ReadAll().Single(migration => migration.Name == "datasets").Sql,
            "insert into datasets (name, schema) values ('roast', '{}')",
            Rows,
            Rows,
            "delete from dataset_rows r using datasets d where d.name = 'roast' and r.dataset_id = d.dataset_id and r.split = 'training' and r.at < '2026-01-11Z'",
            "set timezone = 'UTC'",
            Answer);

        Assert.True(answer.GetProperty("chunks").GetInt32() > 1);
        Assert.Equal((90, "2026-04-10 00:00:00+00"), (answer.GetProperty("rows").GetInt32(), answer.GetProperty("last").GetString()));
    }

    static async Task<JsonElement> RunAsync(params string[] statements)
    {
        var script = Path.Combine(RepositoryRoot.Path, "tests", "Storage.Tests", "Datasets", "Timescale", "smoke.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, TimescaleFactAttribute.Folder]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await node.StandardInput.WriteAsync(JsonSerializer.Serialize(statements));
            node.StandardInput.Close();
            var output = await node.StandardOutput.ReadToEndAsync(patience.Token);
            await node.WaitForExitAsync(patience.Token);
            return JsonElement.Parse(output)[0];
        }
        finally
        {
            node.Kill();
        }
    }
}
