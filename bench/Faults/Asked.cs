namespace AspireMl.Bench.Faults;

/// <summary>A request and what came of it.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="At">When it was answered.</param>
/// <param name="Status">The HTTP status; 0 when nothing answered.</param>
/// <param name="Id">The inference or the job that was acknowledged, or null.</param>
internal sealed record Asked(string Kind, DateTimeOffset At, int Status, Guid? Id)
{
    public const string Row = "rows";
    public const string Image = "images";
    public const string Job = "jobs";

    public bool IsAnswered => Id is not null;
}
