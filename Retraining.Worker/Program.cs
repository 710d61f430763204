using AspireMl.Retraining.Worker.Commands;
using AspireMl.Retraining.Worker.Datasets;
using AspireMl.Retraining.Worker.Evaluations;
using AspireMl.Retraining.Worker.Experiments;
using AspireMl.Retraining.Worker.ImageDatasets;
using AspireMl.Retraining.Worker.ImageDatasets.Endpoints;
using AspireMl.Retraining.Worker.Refusals;
using AspireMl.Retraining.Worker.Runs;
using AspireMl.Retraining.Worker.Runs.Endpoints;
using AspireMl.Retraining.Worker.Schedules;
using AspireMl.Retraining.Worker.Triggers;
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
builder.AddImageDatasets();
builder.AddRuns();
builder.AddSchedules();
builder.AddTriggers();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapDatasets();
app.MapImageDatasets();
app.MapRuns();
app.MapEvaluations();
app.MapExperiments();
app.MapSchedules();
app.MapAlerts();
app.Run();
return 0;
