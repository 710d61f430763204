namespace AspireMl.Retraining.Worker.Triggers;

internal static class TriggerExtensions
{
    public static IHostApplicationBuilder AddTriggers(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<TriggerOptions>().BindConfiguration("Triggers").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<LabelTrigger>();
        return builder;
    }
}
