namespace AspireMl.Storage.Jobs;

/// <summary>What the stores themselves say about a job.</summary>
static class JobMessages
{
    public const string CancelledBeforeItBegan = "It was cancelled before it began.";
}
