namespace AspireMl.Inference.Api.Models;

/// <summary>A model that stays loaded until this is disposed of.</summary>
sealed class ModelUse<T>(LoadedModel owner, T model) : IDisposable
    where T : class, IDisposable
{
    LoadedModel? _owner = owner;

    /// <summary>The model.</summary>
    public T Model => model;

    public void Dispose() => Interlocked.Exchange(ref _owner, null)?.Release();
}
