using System.ComponentModel;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Monitoring.Worker.Reports;

/// <summary>The query of a report, as it was sent.</summary>
sealed record ReportQuery(
    [property: Description("How far back from now the current rows go, such as 30m, 24h or 7d; 24h when left out.")] string? Window,
    [property: Description("Time at which the window ends; now when left out.")] string? To,
    [property: Description("What to compare with: training (when left out, but testing for performance), testing or production of the model's dataset, or the answers between two times, from/to.")] string? Reference,
    [property: Description("Short names of drift methods with commas between; left out, the default of each kind of column.")] string? Methods,
    [property: Description("json (when left out) or html.")] string? Format)
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);
    static readonly string[] Formats = ["json", "html"];

    public bool WantsHtml => QueryValue.OneOf(Format, "format", Formats) == "html";

    /// <exception cref="RefusalException">A value is not one: status 400.</exception>
    public DriftRequest ToDrift(string model, string reference, TimeProvider time)
    {
        var end = QueryValue.Time(To, "to") ?? time.GetUtcNow();
        return new(model, WindowQuery.Reference(Reference, reference), end - WindowQuery.Length(Window, Day), end, new() { Tests = DriftTests.Parse(Methods) });
    }
}
