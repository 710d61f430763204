using System.Net;
using System.Text;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.Dashboard;

/// <summary>The one page: a table of the resources, and what each printed last.</summary>
internal static class DashboardPage
{
    const string Style = """
        :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
        body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
        pre { overflow: auto; max-height: 24rem; padding: .8rem; background: #8882; font-size: .8rem; }
        """;

    public static string Render(string application, IEnumerable<ResourceStatus> statuses)
    {
        var shown = statuses.Where(status => status.Resource is not ParameterResource { IsConnectionString: false }).ToList();
        var page = new StringBuilder($"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="3"><title>{Text(application)}</title><style>{Style}</style></head><body>
            <h1>{Text(application)}</h1>
            <table><thead><tr><th>Resource</th><th>State</th><th>Health</th><th>Endpoints</th><th>Process</th><th>Restarts</th></tr></thead><tbody>
            """);
        shown.ForEach(status => page.Append($"""
            <tr><td>{Text(status.Resource.Name)}</td><td>{Text(State(status))}</td><td>{Text(status.Health)}</td><td>{Endpoints(status)}</td><td>{status.ProcessId}</td><td>{status.Restarts}</td></tr>
            """));
        page.Append("</tbody></table>");
        foreach (var status in shown.Where(status => status.Log.Recent().Count > 0))
        {
            page.Append($"<h2>{Text(status.Resource.Name)}</h2><pre>{Text(string.Join('\n', status.Log.Recent().TakeLast(60)))}</pre>");
        }

        return page.Append("</body></html>").ToString();
    }

    static string State(ResourceStatus status) => status.ExitCode is { } code ? $"{status.State} ({code})" : status.State;

    static string Endpoints(ResourceStatus status) => string.Join("<br>", status.Resource.Annotations.OfType<EndpointAnnotation>()
        .Select(endpoint => endpoint.AllocatedEndpoint?.UriString).OfType<string>()
        .Select(url => url.StartsWith("http", StringComparison.Ordinal) ? $"<a href=\"{Text(url)}\">{Text(url)}</a>" : Text(url)));

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
