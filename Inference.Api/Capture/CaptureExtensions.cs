namespace AspireMl.Inference.Api.Capture;

static class CaptureExtensions
{
    public static IHostApplicationBuilder AddInferenceCapture(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<CaptureOptions>().BindConfiguration("Capture").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<CaptureQueue>();
        builder.Services.AddSingleton<CaptureJournal>();
        builder.Services.AddSingleton<CaptureRetry>();
        builder.Services.AddSingleton<CaptureRecorder>();
        builder.Services.AddHostedService<CaptureWriter>();
        builder.Services.AddHealthChecks().AddCheck<CaptureHealthCheck>("capture");
        return builder;
    }
}
