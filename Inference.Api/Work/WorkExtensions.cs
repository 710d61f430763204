namespace AspireMl.Inference.Api.Work;

static class WorkExtensions
{
    public static IHostApplicationBuilder AddWork(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<WorkOptions>().BindConfiguration("Work").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<WorkQueue>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WorkQueue>());
        return builder;
    }
}
