using AspireMl.Monitoring.Worker.Alerts;
using AspireMl.Monitoring.Worker.Comparison;
using AspireMl.Monitoring.Worker.Monitors;
using AspireMl.Monitoring.Worker.Refusals;
using AspireMl.Monitoring.Worker.Reports;
using AspireMl.Monitoring.Worker.Telemetry;
using AspireMl.Monitoring.Worker.Webhooks;
using AspireMl.ServiceDefaults;
using AspireMl.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddSingleton(TimeProvider.System);
builder.AddStorage();
builder.AddMonitoringMetrics();
builder.AddRefusals();
builder.AddComparison();
builder.AddReports();
builder.AddMonitors();
builder.AddWebhooks();

var app = builder.Build();
app.MapDefaultEndpoints();
app.UseRateLimiter();
app.MapComparison();
app.MapReports();
app.MapMonitors();
app.MapAlerts();
app.Run();
