using Npgsql;

namespace AspireMl.Bench.Faults;

/// <summary>Compares what was acknowledged with what the database holds, past the service.</summary>
internal static class Ledger
{
    const string Recorded = "select inference_id from inferences where inference_id = any(@ids) union all select inference_id from tabular_inferences where inference_id = any(@ids)";
    const string Done = "select job_id from jobs where job_id = any(@ids) and status = 'finished'";

    /// <summary>Answers that are recorded and jobs that are done.</summary>
    public static async Task<(int Settled, int Twice)> CountAsync(Product product, IReadOnlyList<Asked> asked)
    {
        Guid[] jobs = [.. asked.Where(one => one is { Kind: Asked.Job, IsAnswered: true }).Select(one => one.Id!.Value)];
        Guid[] answers = [.. asked.Where(one => one is { Kind: not Asked.Job, IsAnswered: true }).Select(one => one.Id!.Value)];
        await using var connection = await product.OpenAsync();
        var recorded = await ReadAsync(connection, Recorded, [.. answers, .. jobs]);
        var done = (await ReadAsync(connection, Done, jobs)).ToHashSet();
        var counts = recorded.CountBy(id => id).ToDictionary();
        // A job is done when it says so and its answer is recorded.
        return (answers.Count(counts.ContainsKey) + jobs.Count(id => done.Contains(id) && counts.ContainsKey(id)), counts.Count(count => count.Value > 1));
    }

    static async Task<List<Guid>> ReadAsync(NpgsqlConnection connection, string sql, Guid[] ids)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new("ids", ids) } };
        await using var reader = await command.ExecuteReaderAsync();
        List<Guid> found = [];
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }
}
