using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Chooses which requests share a pipeline.</summary>
public static class HttpStandardResiliencePipelineBuilderExtensions
{
    /// <summary>Gives each scheme, host and port a pipeline, so that one broken service opens its own circuit only.</summary>
    public static IHttpStandardResiliencePipelineBuilder SelectPipelineByAuthority(this IHttpStandardResiliencePipelineBuilder builder)
    {
        builder.Services.Configure<PipelineSelection>(builder.PipelineName, selection =>
            selection.KeyOf = request => request.RequestUri?.GetLeftPart(UriPartial.Authority) ?? "");
        return builder;
    }
}
