using AspireMl.Retraining.Worker.Commands;
using AspireMl.ServiceDefaults;
using AspireMl.Storage;

if (WorkerCommands.AreIn(args))
{
    return WorkerCommands.Run(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddSingleton(TimeProvider.System);
builder.AddStorage();

var app = builder.Build();
app.MapDefaultEndpoints();
app.Run();
return 0;
