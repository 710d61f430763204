namespace AspireMl.Storage.Runs.PostgreSql;

/// <summary>The statements of the table of runs. Leases go by the server's clock, which is the same for all workers.</summary>
static class RunStatements
{
    public const string Insert =
        """
        insert into runs (run_id, model, status, created_at, request) values (@RunId, @Model, 'queued', @CreatedAt, @Request::jsonb)
        on conflict (model) where status in ('queued', 'running') do nothing
        """;

    public const string SelectActive = "select run_id from runs where model = @Model and status in ('queued', 'running')";

    public const string SelectOne = $"select {RunRow.Columns} from runs where run_id = @runId";

    public const string SelectPage =
        $"""
        select {RunRow.Columns} from runs
        where (@model is null or model = @model) and (@afterTime is null or (created_at, run_id) < (@afterTime, @afterId))
        order by created_at desc, run_id desc
        limit @limit
        """;

    public const string Claim =
        $"""
        update runs
        set status = 'running', attempts = attempts + 1, worker = @worker, started_at = clock_timestamp(), finished_at = null, message = null,
            lease_until = clock_timestamp() + @lease
        where run_id = (
            select run_id from runs
            where status in ('queued', 'running') and (lease_until is null or lease_until < clock_timestamp())
            order by created_at, run_id
            limit 1
            for update skip locked)
        returning {RunRow.Columns}, checkpoint::text as "Checkpoint"
        """;

    public const string Hold =
        """
        update runs
        set lease_until = clock_timestamp() + @lease, progress = @Progress, step = @Step, outcome = @Outcome::jsonb,
            checkpoint = coalesce(@Checkpoint::jsonb, checkpoint)
        where run_id = @RunId and attempts = @Attempt and status = 'running'
        returning cancel_requested
        """;

    public const string End =
        """
        update runs
        set status = @Status, message = @Message, outcome = coalesce(@Outcome::jsonb, outcome), step = null,
            progress = case when @Status = 'finished' then 1 else progress end,
            checkpoint = case when @Status = 'queued' then checkpoint end,
            lease_until = case when @Status = 'queued' then clock_timestamp() + @RetryAfter end,
            finished_at = case when @Status = 'queued' then null else clock_timestamp() end
        where run_id = @RunId and attempts = @Attempt and status = 'running'
        """;

    public const string Cancel =
        """
        update runs
        set cancel_requested = true,
            message = case when status = 'queued' then 'It was cancelled before it began.' else message end,
            finished_at = case when status = 'queued' then clock_timestamp() else finished_at end,
            status = case when status = 'queued' then 'cancelled' else status end
        where run_id = @runId and status in ('queued', 'running')
        """;

    public const string Decide =
        """
        update runs set outcome = outcome || jsonb_build_object('decision', @decision, 'reason', @reason)
        where run_id = @runId and status = 'finished'
        """;
}
