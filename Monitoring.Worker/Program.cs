using AspireMl.Monitoring.Worker.Comparison;
using AspireMl.Monitoring.Worker.Refusals;
using AspireMl.Monitoring.Worker.Reports;
using AspireMl.ServiceDefaults;
using AspireMl.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddSingleton(TimeProvider.System);
builder.AddStorage();
builder.AddRefusals();
builder.AddComparison();
builder.AddReports();

var app = builder.Build();
app.MapDefaultEndpoints();
app.UseRateLimiter();
app.MapComparison();
app.MapReports();
app.Run();
