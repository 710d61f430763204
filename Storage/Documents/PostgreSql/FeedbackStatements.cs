using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using Dapper;
using Npgsql;

namespace AspireMl.Storage.Documents.PostgreSql;

/// <summary>Writing and reading what people said.</summary>
static class FeedbackStatements
{
    // The row lock makes two words on one inference come one after the other, so that neither reads a stale last word.
    const string Lock = "select model as name, version from inferences where inference_id = @InferenceId for update";

    const string Insert =
        """
        insert into feedback (feedback_id, inference_id, verdict, expected, given_at)
        values (@FeedbackId, @InferenceId, @Verdict, @Expected, @GivenAt)
        on conflict (feedback_id) do nothing
        """;

    const string SelectLatest =
        """
        select verdict, expected, given_at as "GivenAt" from feedback
        where inference_id = @InferenceId order by given_at desc, feedback_id desc limit 1
        """;

    const string Update =
        "update inferences set verdict = @Verdict, feedback = @Json::jsonb where inference_id = @InferenceId";

    const string SelectAll =
        """
        select verdict, expected, given_at as "GivenAt" from feedback
        where inference_id = @InferenceId order by given_at, feedback_id
        """;

    public static async Task<ModelVersion?> AddAsync(NpgsqlConnection connection, FeedbackEntry entry, CancellationToken cancellation)
    {
        var (feedbackId, inferenceId, feedback) = entry;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await connection.QuerySingleOrDefaultAsync<ModelVersion>(Command(Lock, new { inferenceId })) is not { } model)
        {
            return null;
        }

        var givenAt = feedback.GivenAt?.UtcDateTime ?? throw new ArgumentException("Feedback needs the time when it was given.", nameof(entry));
        await connection.ExecuteAsync(Command(Insert, new { feedbackId, inferenceId, feedback.Verdict, feedback.Expected, givenAt }));
        var latest = await connection.QuerySingleAsync<Row>(Command(SelectLatest, new { inferenceId }));
        var json = InferenceJson.WriteFeedback(latest.ToFeedback());
        await connection.ExecuteAsync(Command(Update, new { inferenceId, latest.Verdict, json }));
        await transaction.CommitAsync(cancellation);
        return model;

        CommandDefinition Command(string sql, object arguments) => new(sql, arguments, transaction, cancellationToken: cancellation);
    }

    public static async Task<IReadOnlyList<Feedback>> ListAsync(NpgsqlConnection connection, Guid inferenceId, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<Row>(new(SelectAll, new { inferenceId }, cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToFeedback())];
    }

    sealed record Row(string Verdict, string? Expected, DateTime GivenAt)
    {
        public Feedback ToFeedback() => new(Verdict, Expected, new DateTimeOffset(GivenAt, TimeSpan.Zero));
    }
}
