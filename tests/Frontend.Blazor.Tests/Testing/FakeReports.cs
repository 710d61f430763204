using Microsoft.AspNetCore.Http;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>Reports as services write them: pages that need nothing else.</summary>
internal static class FakeReports
{
    /// <summary>One with a look of its own.</summary>
    public static IResult Plain { get; } = Page("");

    /// <summary>One with a script in it that asks this server for something.</summary>
    public static IResult Wicked { get; } = Page("<script>fetch('/health')</script><img src='/health'>");

    static IResult Page(string more) => Results.Content(
        $"<!doctype html><html><head><style>h1 {{ color: rgb(1, 2, 3) }}</style></head><body><h1>Report</h1>{more}</body></html>", "text/html; charset=utf-8");
}
