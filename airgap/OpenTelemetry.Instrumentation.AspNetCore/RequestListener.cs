using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OpenTelemetry.Instrumentation.AspNetCore;

/// <summary>Follows the start and stop of each request through ASP.NET Core's diagnostic listener.</summary>
internal sealed class RequestListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    const string Started = "Microsoft.AspNetCore.Hosting.HttpRequestIn.Start";
    const string Stopped = "Microsoft.AspNetCore.Hosting.HttpRequestIn.Stop";

    readonly AspNetCoreTraceInstrumentationOptions _options;
    readonly List<IDisposable> _subscriptions = [];

    public RequestListener(AspNetCoreTraceInstrumentationOptions options)
    {
        _options = options;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.AspNetCore")
        {
            _subscriptions.Add(value.Subscribe(this, name => name is "Microsoft.AspNetCore.Hosting.HttpRequestIn" or Started or Stopped));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Activity.Current is not { } activity || value.Value is not HttpContext context)
        {
            return;
        }

        if (value.Key == Started && _options.Filter is { } filter && !filter(context))
        {
            activity.IsAllDataRequested = false;
            activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
        else if (value.Key == Stopped && activity.IsAllDataRequested)
        {
            Describe(activity, context);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    static void Describe(Activity activity, HttpContext context)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        activity.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        activity.SetTag("http.request.method", context.Request.Method);
        activity.SetTag("url.scheme", context.Request.Scheme);
        activity.SetTag("url.path", context.Request.Path.Value);
        activity.SetTag("http.route", route);
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }
}
