namespace AspireMl.Simulator.Control;

static class ControlExtensions
{
    public static IHostApplicationBuilder AddControl(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SimulatorOptions>().BindConfiguration("Simulator").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SimulatorSwitch>();
        return builder;
    }
}
