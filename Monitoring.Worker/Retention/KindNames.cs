namespace AspireMl.Monitoring.Worker.Retention;

/// <summary>Names of the kinds of data that are deleted by age; few words, so that they may label a metric.</summary>
static class KindNames
{
    public const string Embeddings = "embeddings";
    public const string Answers = "answers";
    public const string Predictions = "predictions";
    public const string Jobs = "jobs";
    public const string DeadLetters = "dead_letters";
    public const string Webhooks = "webhooks";
    public const string Alerts = "alerts";
    public const string Reports = "reports";
    public const string Images = "images";

    public static IReadOnlyList<string> All { get; } = [Embeddings, Answers, Predictions, Jobs, DeadLetters, Webhooks, Alerts, Reports, Images];
}
