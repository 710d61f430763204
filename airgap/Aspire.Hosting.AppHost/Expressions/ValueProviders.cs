namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something whose value is known once the application runs.</summary>
public interface IValueProvider
{
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}

/// <summary>Something that the manifest refers to by an expression in braces.</summary>
public interface IManifestExpressionProvider
{
    string ValueExpression { get; }
}
