using AspireMl.Inference.Api.Capture;
using AspireMl.Inference.Api.Documents;
using AspireMl.Inference.Api.Inferences;
using AspireMl.Inference.Api.Jobs;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Refusals;
using AspireMl.Inference.Api.Services;
using AspireMl.Inference.Api.Tabular;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Inference.Api.Work;
using AspireMl.ServiceDefaults;
using AspireMl.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddSingleton(TimeProvider.System);
builder.AddRefusals();
builder.AddInferenceMetrics();
builder.AddStorage();
// Services stop in the opposite order: first the work, then what records it.
builder.AddInferenceCapture();
builder.AddWork();
builder.AddModels();
builder.AddDocuments();
builder.AddTabular();
builder.AddInferences();
builder.AddJobs();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapDocuments();
app.MapTabular();
app.MapFeedback();
app.MapInferences();
app.MapJobs();
app.MapServices();
app.MapModels();
app.Run();
