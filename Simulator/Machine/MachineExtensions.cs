namespace AspireMl.Simulator.Machine;

static class MachineExtensions
{
    public static IHostApplicationBuilder AddMachine(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<MachineService>();
        return builder;
    }
}
