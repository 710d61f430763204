namespace Microsoft.Extensions.Http.Resilience;

internal sealed class PipelineSelection
{
    public Func<HttpRequestMessage, string> KeyOf { get; set; } = _ => "";
}
