using AspireMl.ServiceDefaults;
using AspireMl.Simulator.Commands;
using AspireMl.Simulator.Control;
using AspireMl.Simulator.Laboratory;
using AspireMl.Simulator.Machine;
using AspireMl.Storage;

if (SimulatorCommands.AreIn(args))
{
    return SimulatorCommands.Run(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddSingleton(TimeProvider.System);
builder.AddStorage();
builder.AddQueueCheck();
builder.AddControl();
builder.AddLaboratory();
builder.AddMachine();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapControl();
app.Run();
return 0;
