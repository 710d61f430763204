using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard;

/// <summary>Accepts OTLP over gRPC and forgets it.</summary>
internal static class TelemetrySink
{
    /// <summary>An uncompressed message of length zero, which every OTLP response may be.</summary>
    static readonly byte[] EmptyMessage = new byte[5];

    public static async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(EmptyMessage, context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
