using System.Data;
using Dapper;

namespace AspireMl.Storage.Documents.PostgreSql;

/// <summary>A filter as the arguments of a statement, each with its type, which a null does not tell.</summary>
static class InferenceFilterArguments
{
    /// <summary>The arguments; <c>limit</c> is one more than asked for, which tells whether there is a next page.</summary>
    public static DynamicParameters Of(InferenceFilter filter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filter.Limit, InferenceFilter.MaxLimit);
        var arguments = new DynamicParameters();
        arguments.Add("model", filter.Model, DbType.String);
        arguments.Add("task", filter.Task, DbType.String);
        arguments.Add("from", filter.From?.UtcDateTime, DbType.DateTime);
        arguments.Add("to", filter.To?.UtcDateTime, DbType.DateTime);
        arguments.Add("verdict", filter.Verdict, DbType.String);
        arguments.Add("afterTime", filter.After?.CreatedAt.UtcDateTime, DbType.DateTime);
        arguments.Add("afterId", filter.After?.Id, DbType.Guid);
        arguments.Add("limit", filter.Limit + 1, DbType.Int32);
        return arguments;
    }
}
