using AspireMl.Monitoring.Worker.Comparison;
using AspireMl.ServiceDefaults;
using AspireMl.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddSingleton(TimeProvider.System);
builder.AddStorage();
builder.AddComparison();

var app = builder.Build();
app.MapDefaultEndpoints();
app.UseRateLimiter();
app.MapComparison();
app.Run();
