using Microsoft.Extensions.Hosting;

namespace AspireMl.Storage.Documents;

/// <summary>A server that keeps the documents in PostgreSQL's place. Its project is not in every build, so it is looked for by name.</summary>
public interface IDocumentsProvider
{
    /// <summary>Adds <see cref="IInferenceStore"/> and <see cref="Jobs.IJobStore"/>.</summary>
    /// <exception cref="InvalidOperationException">The connection string is not right; the message says what it should be.</exception>
    void Add(IHostApplicationBuilder builder);
}
