using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Text with places for values that are known when the application runs, or are expressions in the manifest.</summary>
public sealed class ReferenceExpression : IManifestExpressionProvider, IValueProvider
{
    readonly List<object> _parts;

    ReferenceExpression(List<object> parts) => _parts = parts;

    public string ValueExpression => string.Concat(_parts.Select(part => part is Reference reference ? reference.Expression : part));

    internal IEnumerable<object> References =>
        _parts.OfType<Reference>().Select(reference => reference.Format == "uri" ? reference : reference.Source);

    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => new(handler.Parts);

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part is Reference reference ? await reference.GetValueAsync(cancellationToken) : part);
        }

        return text.ToString();
    }

    /// <summary>One place in the text; with the format <c>uri</c> the value is escaped for a URI.</summary>
    internal sealed record Reference(object Source, string? Format)
    {
        string Plain => ((IManifestExpressionProvider)Source).ValueExpression;

        public string Expression => Format == "uri" && Source is ParameterResource parameter ? $"{{{parameter.Name}-uri-encoded.value}}" : Plain;

        public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken)
        {
            var value = await ((IValueProvider)Source).GetValueAsync(cancellationToken);
            return Format == "uri" && value is not null ? Uri.EscapeDataString(value) : value;
        }
    }

    [InterpolatedStringHandler]
    public readonly ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        internal List<object> Parts { get; } = new(formattedCount * 2 + (literalLength > 0 ? 1 : 0));

        public void AppendLiteral(string value) => Parts.Add(value);

        public void AppendFormatted(string? value) => Parts.Add(value ?? "");

        public void AppendFormatted<T>(T valueProvider, string? format = null)
            where T : IValueProvider, IManifestExpressionProvider
        {
            if (valueProvider is ReferenceExpression inner && format is null)
            {
                Parts.AddRange(inner._parts);
            }
            else
            {
                Parts.Add(new Reference(valueProvider, format));
            }
        }

        public void AppendFormatted<T>(IResourceBuilder<T> valueProvider, string? format = null)
            where T : IResource, IValueProvider, IManifestExpressionProvider => Parts.Add(new Reference(valueProvider.Resource, format));
    }
}
