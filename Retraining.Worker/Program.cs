using AspireMl.Retraining.Worker.Commands;
using AspireMl.Retraining.Worker.Datasets;
using AspireMl.Retraining.Worker.Refusals;
using AspireMl.ServiceDefaults;
using AspireMl.Storage;

if (WorkerCommands.AreIn(args))
{
    return WorkerCommands.Run(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddSingleton(TimeProvider.System);
builder.AddRefusals();
builder.AddStorage();
builder.AddDatasets();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapDatasets();
app.Run();
return 0;
