using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using Dapper;
using Npgsql;

namespace AspireMl.Storage.Documents.PostgreSql;

/// <summary>Writing and reading what people said.</summary>
/// <param name="inferences">The table of the inferences, with the latest word in its columns verdict and feedback.</param>
/// <param name="words">The table of all words.</param>
sealed class FeedbackStatements(string inferences, string words)
{
    // The row lock makes two words on one inference come one after the other, so that neither reads a stale last word.
    readonly string _lock = $"select model as name, version from {inferences} where inference_id = @InferenceId for update";

    readonly string _insert =
        $"""
        insert into {words} (feedback_id, inference_id, verdict, expected, given_at)
        values (@FeedbackId, @InferenceId, @Verdict, @Expected, @GivenAt)
        on conflict (feedback_id) do nothing
        """;

    readonly string _selectLatest =
        $"""
        select verdict, expected, given_at as "GivenAt" from {words}
        where inference_id = @InferenceId order by given_at desc, feedback_id desc limit 1
        """;

    readonly string _update =
        $"update {inferences} set verdict = @Verdict, feedback = @Json::jsonb where inference_id = @InferenceId";

    readonly string _selectAll =
        $"""
        select verdict, expected, given_at as "GivenAt" from {words}
        where inference_id = @InferenceId order by given_at, feedback_id
        """;

    /// <summary>Of answers about documents and images.</summary>
    public static FeedbackStatements Answers { get; } = new("inferences", "feedback");

    /// <summary>Of answered rows.</summary>
    public static FeedbackStatements Rows { get; } = new("tabular_inferences", "tabular_feedback");

    public async Task<ModelVersion?> AddAsync(NpgsqlConnection connection, FeedbackEntry entry, CancellationToken cancellation)
    {
        var (feedbackId, inferenceId, feedback) = entry;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await connection.QuerySingleOrDefaultAsync<ModelVersion>(Command(_lock, new { inferenceId })) is not { } model)
        {
            return null;
        }

        var givenAt = feedback.GivenAt?.UtcDateTime ?? throw new ArgumentException("Feedback needs the time when it was given.", nameof(entry));
        await connection.ExecuteAsync(Command(_insert, new { feedbackId, inferenceId, feedback.Verdict, feedback.Expected, givenAt }));
        var latest = await connection.QuerySingleAsync<Row>(Command(_selectLatest, new { inferenceId }));
        var json = InferenceJson.WriteFeedback(latest.ToFeedback());
        await connection.ExecuteAsync(Command(_update, new { inferenceId, latest.Verdict, json }));
        await transaction.CommitAsync(cancellation);
        return model;

        CommandDefinition Command(string sql, object arguments) => new(sql, arguments, transaction, cancellationToken: cancellation);
    }

    public async Task<IReadOnlyList<Feedback>> ListAsync(NpgsqlConnection connection, Guid inferenceId, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<Row>(new(_selectAll, new { inferenceId }, cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToFeedback())];
    }

    sealed record Row(string Verdict, string? Expected, DateTime GivenAt)
    {
        public Feedback ToFeedback() => new(Verdict, Expected, new DateTimeOffset(GivenAt, TimeSpan.Zero));
    }
}
