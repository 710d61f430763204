using AspireMl.Frontend.Blazor.Components;
using AspireMl.Frontend.Blazor.History;
using AspireMl.Frontend.Blazor.Reports;
using AspireMl.Frontend.Blazor.Samples;
using AspireMl.Frontend.Blazor.Services;
using AspireMl.Frontend.Blazor.Uploads;
using AspireMl.Frontend.Blazor.Web;
using AspireMl.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.AddServiceDefaults();
builder.AddServiceClients();
builder.AddUploads();
builder.AddSamples();
builder.AddPages();

var app = builder.Build();
app.MapDefaultEndpoints();
app.UseSecurityHeaders();
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseAntiforgery();
app.MapStaticAssets();
app.MapUploads();
app.MapInferenceImages();
app.MapReports();
app.MapPages();
app.Run();
