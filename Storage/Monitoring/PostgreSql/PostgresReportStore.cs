using System.Data;
using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Retention.PostgreSql;
using Dapper;

namespace AspireMl.Storage.Monitoring.PostgreSql;

/// <summary>Reports as JSONB documents.</summary>
sealed class PostgresReportStore(PostgresDatabase database) : IReportStore
{
    const string Insert =
        """
        insert into monitoring_reports (report_id, kind, model, created_at, flagged, summary, document)
        values (@ReportId, @Kind, @Model, @createdAt, @Flagged, @json::jsonb, @document::jsonb)
        on conflict (report_id) do nothing
        """;

    const string SelectOne = """select kind as "Kind", document::text as "Document" from monitoring_reports where report_id = @reportId""";

    const string SelectPage =
        """
        select summary::text from monitoring_reports
        where model = @model and (@kind is null or kind = @kind)
          and (@from is null or created_at >= @from) and (@to is null or created_at < @to)
          and (@afterTime is null or (created_at, report_id) < (@afterTime, @afterId))
        order by created_at desc, report_id desc
        limit @limit
        """;

    internal const string DeleteOld =
        """
        delete from monitoring_reports where report_id = any(array(
            select report_id from monitoring_reports report
            where created_at < @time
              and not exists (select from alerts where alerts.report_id = report.report_id and resolved_at is null)
              and not exists (select from monitors where last_report_id = report.report_id)
            order by created_at
            limit @limit))
        """;

    public Task AddAsync(ReportSummary summary, string document, CancellationToken cancellation)
    {
        var json = ReportJson.Write(summary);
        var row = new { summary.ReportId, summary.Kind, summary.Model, createdAt = summary.CreatedAt.UtcDateTime, summary.Flagged, json, document };
        return database.RunAsync((connection, cancellation) => connection.ExecuteAsync(new(Insert, row, cancellationToken: cancellation)), cancellation);
    }

    public Task<StoredReport?> FindAsync(Guid reportId, CancellationToken cancellation) => database.RunAsync(
        (connection, cancellation) => connection.QuerySingleOrDefaultAsync<StoredReport>(new(SelectOne, new { reportId }, cancellationToken: cancellation)),
        cancellation);

    public Task<Page<ReportSummary>> ListAsync(ReportFilter filter, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(filter.Limit, Math.Clamp(filter.Limit, 1, ReportFilter.MaxLimit));
        var arguments = new DynamicParameters();
        arguments.Add("model", filter.Model);
        arguments.Add("kind", filter.Kind, DbType.String);
        arguments.Add("from", filter.From?.UtcDateTime, DbType.DateTime);
        arguments.Add("to", filter.To?.UtcDateTime, DbType.DateTime);
        arguments.Add("afterTime", filter.After?.CreatedAt.UtcDateTime, DbType.DateTime);
        arguments.Add("afterId", filter.After?.Id, DbType.Guid);
        // One more than asked for tells whether there is a next page.
        arguments.Add("limit", filter.Limit + 1);
        return database.RunAsync(
            async (connection, cancellation) =>
            {
                var rows = await connection.QueryAsync<string?>(new(SelectPage, arguments, cancellationToken: cancellation));
                ReportSummary[] found = [.. rows.Select(ReportJson.Read).OfType<ReportSummary>()];
                return Page.Of(found, filter.Limit, report => new(report.CreatedAt, report.ReportId));
            },
            cancellation);
    }

    public Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) =>
        AgedRecords.DeleteBeforeAsync(database, DeleteOld, time, limit, cancellation);
}
