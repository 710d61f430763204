using System.Text.Json;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes values into a manifest and notes the parameters that they refer to.</summary>
public sealed class ManifestPublishingContext(DistributedApplicationExecutionContext executionContext, string manifestPath, Utf8JsonWriter writer)
{
    readonly Dictionary<ParameterResource, bool> _parameters = [];

    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;

    public string ManifestPath { get; } = manifestPath;

    public Utf8JsonWriter Writer { get; } = writer;

    /// <summary>The parameters in the order of their first use, and whether one is used escaped for a URI.</summary>
    internal IReadOnlyDictionary<ParameterResource, bool> Parameters => _parameters;

    public string GetManifestRelativePath(string path) =>
        Path.GetRelativePath(Path.GetDirectoryName(ManifestPath)!, path).Replace('\\', '/');

    internal string Expression(object value)
    {
        Note(value);
        return value is IManifestExpressionProvider provider ? provider.ValueExpression : value.ToString() ?? "";
    }

    void Note(object value)
    {
        switch (value)
        {
            case ReferenceExpression expression:
                foreach (var reference in expression.References)
                {
                    Note(reference);
                }

                break;
            case ReferenceExpression.Reference { Source: ParameterResource parameter }:
                _parameters[parameter] = true;
                break;
            case ParameterResource parameter:
                _parameters.TryAdd(parameter, false);
                break;
        }
    }
}
