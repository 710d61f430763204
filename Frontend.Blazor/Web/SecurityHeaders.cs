namespace AspireMl.Frontend.Blazor.Web;

internal static class SecurityHeaders
{
    // Scripts and styles come from this server's files only, so nothing that a document or a model says can run.
    // Images may also be blob: a chosen picture is shown from the browser's memory before it is uploaded.
    const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; worker-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // A report is one file without scripts, its styles within it; it is not to reach anything, this server neither.
    const string ReportPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>Shows a report that a service has written as what it is: something to read.</summary>
    public static void ConfineReport(HttpResponse response) => response.Headers.ContentSecurityPolicy = ReportPolicy;

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        return next(context);
    });
}
