using AspireMl.Frontend.Blazor.Asking;
using AspireMl.Frontend.Blazor.Classifying;
using AspireMl.Frontend.Blazor.History;
using AspireMl.Frontend.Blazor.Status;
using AspireMl.Frontend.Blazor.Web;

namespace AspireMl.Frontend.Blazor.Components;

internal static class PageRoutes
{
    public static IHostApplicationBuilder AddPages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddScoped<AskSession>();
        builder.Services.AddScoped<ClassifySession>();
        builder.Services.AddScoped<BrowserClock>();
        builder.Services.AddScoped<HistoryPlace>();
        builder.Services.AddScoped<RecentInferences>();
        builder.Services.AddScoped<ServiceBoard>();
        return builder;
    }

    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder routes)
    {
        // The policy on frames is among the security headers; the framework would add a second, weaker one.
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return routes;
    }
}
