using AspireMl.Storage.Images;
using AspireMl.Storage.Monitoring;
using AspireMl.Storage.Queue;
using AspireMl.Storage.Tabular;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Retention;

/// <summary>Which kinds of data are deleted by age.</summary>
static class RetainedKinds
{
    /// <summary>Adds them in the order in which they are served: what refers to something goes before it.</summary>
    public static IServiceCollection AddRetainedKinds(this IServiceCollection services) => services
        .AddKind<IImageInferenceStore>(KindNames.Embeddings, options => options.Answers, store => store.DeleteBeforeAsync)
        .AddKind<RecordsWithObjects>(KindNames.Answers, options => options.Answers, records => records.DeleteAnswersAsync)
        .AddKind<ITabularInferenceStore>(KindNames.Predictions, options => options.Predictions, store => store.DeleteBeforeAsync)
        .AddKind<RecordsWithObjects>(KindNames.Jobs, options => options.Jobs, records => records.DeleteJobsAsync)
        .AddKind<IMessageBroker>(KindNames.DeadLetters, options => options.DeadLetters, queue => queue.DeleteDeadBeforeAsync)
        .AddKind<IAlertStore>(KindNames.Webhooks, options => options.Webhooks, store => store.DeleteDeliveriesBeforeAsync)
        .AddKind<IAlertStore>(KindNames.Alerts, options => options.Alerts, store => store.DeleteResolvedBeforeAsync)
        .AddKind<IReportStore>(KindNames.Reports, options => options.Reports, store => store.DeleteBeforeAsync)
        .AddKind<ForgottenObjects>(KindNames.Images, options => options.Images, objects => objects.DeleteAsync);

    static IServiceCollection AddKind<T>(
        this IServiceCollection services,
        string name,
        Func<RetentionOptions, TimeSpan?> lifetime,
        Func<T, Func<DateTimeOffset, int, CancellationToken, Task<int>>> deletion)
        where T : notnull => services.AddSingleton(provider => new RetainedKind(
            name,
            lifetime(provider.GetRequiredService<IOptions<RetentionOptions>>().Value),
            // A store that cannot even be opened must not hold up the kinds of the others.
            (before, limit, cancellation) => deletion(provider.GetRequiredService<T>())(before, limit, cancellation)));
}
