using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

public static class ResourceExtensions
{
    public static bool TryGetLastAnnotation<T>(this IResource resource, [NotNullWhen(true)] out T? annotation)
        where T : IResourceAnnotation
    {
        annotation = resource.Annotations.OfType<T>().LastOrDefault();
        return annotation is not null;
    }

    public static bool TryGetAnnotationsOfType<T>(this IResource resource, [NotNullWhen(true)] out IEnumerable<T>? result)
        where T : IResourceAnnotation
    {
        var found = resource.Annotations.OfType<T>().ToList();
        result = found.Count > 0 ? found : null;
        return result is not null;
    }

    public static async ValueTask<Dictionary<string, string>> GetEnvironmentVariableValuesAsync(
        this IResourceWithEnvironment resource,
        DistributedApplicationOperation applicationOperation = DistributedApplicationOperation.Run)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in await resource.CollectEnvironmentAsync(new(applicationOperation)))
        {
            var text = applicationOperation == DistributedApplicationOperation.Publish
                ? value is IManifestExpressionProvider expression ? expression.ValueExpression : value.ToString()
                : await ValueAsync(value);
            if (text is not null)
            {
                values[name] = text;
            }
        }

        return values;
    }

    internal static async Task<Dictionary<string, object>> CollectEnvironmentAsync(this IResource resource, DistributedApplicationExecutionContext execution)
    {
        var context = new EnvironmentCallbackContext(execution);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToList())
        {
            await annotation.Callback(context);
        }

        return context.EnvironmentVariables;
    }

    internal static async Task<string?> ValueAsync(object value) =>
        value is IValueProvider provider ? await provider.GetValueAsync(CancellationToken.None) : value.ToString();
}
