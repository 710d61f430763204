using System.Reflection;

namespace AspireMl.Retraining.Worker.Tests.Images;

/// <summary>A store that says which of its members is about to be called, so that a test can break off there.</summary>
public class BreakingProxy : DispatchProxy
{
    object? _inner;
    Action<string, object?> _reach = (_, _) => { };

    /// <summary>Puts itself before a store.</summary>
    /// <param name="inner">The store.</param>
    /// <param name="reach">Told of each member and of its first argument.</param>
    public static TStore Before<TStore>(TStore inner, Action<string, object?> reach)
        where TStore : class
    {
        var proxy = Create<TStore, BreakingProxy>();
        var breaking = (BreakingProxy)(object)proxy;
        (breaking._inner, breaking._reach) = (inner, reach);
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        _reach($"{targetMethod.DeclaringType?.Name}.{targetMethod.Name}", args?.FirstOrDefault());
        return targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
