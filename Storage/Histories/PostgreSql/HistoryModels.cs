namespace AspireMl.Storage.Histories.PostgreSql;

/// <summary>Finds the models of a table of inferences. Models are few and rows are many, so that an index that begins with the model serves every question about time.</summary>
static class HistoryModels
{
    /// <summary>A common table expression <c>models (model)</c>; its last row may be null.</summary>
    /// <param name="table">A table with an index that begins with its column model.</param>
    public static string Of(string table) =>
        $"""
        with recursive models as (
            (select model from {table} order by model limit 1)
            union all
            select (select model from {table} where model > models.model order by model limit 1) from models where model is not null
        )
        """;

    /// <summary>Deletes inferences that are older than <c>@time</c>, the oldest of each model first, <c>@limit</c> at most.</summary>
    /// <param name="table">A table with the columns inference_id, created_at and model, and an index over model, created_at and inference_id.</param>
    // An array makes it look the rows up by their key; joined with a list, a table would be read whole that is not large yet.
    public static string DeleteOld(string table) =>
        $"""
        {Of(table)}
        delete from {table} where inference_id = any(array(
            select old.inference_id from models cross join lateral (
                select inference_id from {table} answered
                where answered.model = models.model and created_at < @time
                order by created_at, inference_id
                limit @limit
            ) old
            limit @limit))
        """;
}
