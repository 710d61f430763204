using AspireMl.Storage.Documents.PostgreSql;
using AspireMl.Storage.Histories.PostgreSql;
using AspireMl.Storage.Images.PostgreSql;
using AspireMl.Storage.Jobs.PostgreSql;
using AspireMl.Storage.Monitoring.PostgreSql;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Queue.PostgreSql;
using AspireMl.Storage.Tabular.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;
using Dapper;

namespace AspireMl.Storage.Tests.Retention;

/// <summary>Looking for what is old costs as much as there is of it, not as much as there is in all: no statement reads a large table from end to end.</summary>
[Collection(SharedPostgres.Name)]
public sealed class RetentionPlanTests(PostgresFixture fixture) : IAsyncLifetime
{
    static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    const string Fill =
        """
        insert into inferences (inference_id, created_at, task, model, version, input_hash, document, detail)
        select gen_random_uuid(), @start + n * interval '1 minute', 'document-question', 'm' || n % 3, '1', md5(n::text) || md5(n::text),
               jsonb_build_object('heatmap', md5((n * 2)::text) || md5(n::text)), '{}'
        from generate_series(1, 4000) n;
        insert into tabular_inferences (inference_id, created_at, model, version, features, prediction)
        select gen_random_uuid(), @start + n * interval '1 minute', 'm' || n % 3, '1', '{1,2}', 1 from generate_series(1, 4000) n;
        insert into image_inferences (inference_id, created_at, model, version, embedding, probabilities, input_hash)
        select gen_random_uuid(), @start + n * interval '1 minute', 'm' || n % 3, '1', '{1,2}', '{1}', md5(n::text) || md5(n::text) from generate_series(1, 4000) n;
        insert into jobs (job_id, status, created_at, finished_at, service, model, payload)
        select gen_random_uuid(), 'finished', @start + n * interval '1 minute', @start + n * interval '1 minute', 's', 'm',
               jsonb_build_object('image', md5(n::text) || md5(n::text))
        from generate_series(1, 4000) n;
        insert into monitoring_reports (report_id, kind, model, created_at, flagged, summary, document)
        select gen_random_uuid(), 'k', 'm', @start + n * interval '1 minute', false, '{}', '{}' from generate_series(1, 4000) n;
        insert into monitors (monitor_id, created_at, model, settings, enabled) values ('00000000-0000-0000-0000-000000000001', @start, 'm', '{}', true);
        insert into alerts (alert_id, monitor_id, model, kind, message, raised_at, last_seen_at, report_id, resolved_at)
        select gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 'm', 'k', 't', @start, @start, gen_random_uuid(), @start + n * interval '1 minute'
        from generate_series(1, 4000) n;
        insert into webhook_deliveries (delivery_id, alert_id, monitor_id, body, created_at, next_attempt_at, ended_at)
        select gen_random_uuid(), alert_id, monitor_id, '{}', raised_at, raised_at, resolved_at from alerts;
        insert into queue_dead_letters (service, body, reason, published_at, died_at)
        select 's', '', 'r', @start, @start + n * interval '1 minute' from generate_series(1, 4000) n;
        analyze;
        """;

    PostgresDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = Databases.Open(await fixture.Server.CreateDatabaseAsync());
        await _database.PingAsync(default);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task No_statement_reads_a_whole_table()
    {
        string[] statements =
        [
            PostgresInferenceStore.SelectOld,
            PostgresInferenceStore.SelectInUse,
            HistoryModels.DeleteOld(TabularCopy.Table),
            HistoryModels.DeleteOld(PostgresImageInferenceStore.Table),
            PostgresJobStore.SelectOld,
            PostgresJobStore.SelectInUse,
            PostgresReportStore.DeleteOld,
            AlertStatements.DeleteResolved,
            AlertStatements.DeleteDeliveries,
            QueueStatements.DeleteDead,
        ];
        await _database.RunAsync((connection, _) => connection.ExecuteAsync(Fill, new { start = Start }), default);
        foreach (var statement in statements)
        {
            var plan = await PlanAsync(statement);
            // Of monitors and of open alerts there are few.
            var scans = plan.Where(line => line.Contains("Seq Scan", StringComparison.Ordinal) && !line.Contains(" on monitors", StringComparison.Ordinal)).ToList();
            Assert.True(scans.Count == 0, $"{statement}\n{string.Join('\n', plan)}");
        }
    }

    [Fact]
    public async Task What_belongs_to_a_deleted_record_is_found_by_an_index() => Assert.Equal(
        0,
        await _database.RunAsync(
            (connection, _) => connection.ExecuteScalarAsync<int>(
                """
                select count(*) from pg_constraint key
                where contype = 'f' and confdeltype = 'c' and confrelid in ('inferences'::regclass, 'tabular_inferences'::regclass, 'alerts'::regclass)
                  and not exists (select from pg_index where indrelid = key.conrelid and indkey[0] = key.conkey[1])
                """),
            default));

    async Task<IReadOnlyList<string>> PlanAsync(string statement)
    {
        var arguments = new { time = Start.AddDays(2), limit = 100, objects = new[] { new string('a', 64), new string('b', 64) } };
        return await _database.RunAsync(async (connection, _) => (await connection.QueryAsync<string>($"explain {statement}", arguments)).AsList(), default);
    }
}
