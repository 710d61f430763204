using AspireMl.Contracts.Models;
using AspireMl.Modeling.Documents.Readers.LayoutLm;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Documents.Readers;

/// <summary>Opens the reader that a document-question package asks for.</summary>
public static class DocumentReaders
{
    /// <summary>Opens the reader and has it answer the package's sample question, so that what comes back is ready.</summary>
    /// <param name="package">The package, whose files were checked when it was opened.</param>
    /// <param name="options">How its graph runs; the defaults when null.</param>
    /// <exception cref="ModelPackageException">The package is for another task, its graph or settings do not fit, or its sample fails.</exception>
    public static IDocumentReader Open(ModelPackage package, OnnxOptions? options = null)
    {
        if (package.Card.Task != ModelTasks.DocumentQuestion)
        {
            throw new ModelPackageException(
                $"{package.Card.Name} is a package for {package.Card.Task}; one for {ModelTasks.DocumentQuestion} is needed.");
        }

        var sample = DocumentSample.Of(package);
        var reader = package.Card.Architecture switch
        {
            SpanReader.SpanReader.Architecture => SpanReader.SpanReader.Open(package),
            LayoutLmReader.Architecture => (IDocumentReader)LayoutLmReader.Open(package, options ?? new()),
            var unknown => throw new ModelPackageException(
                $"No document reader is known for the architecture {unknown}; known are {SpanReader.SpanReader.Architecture} and {LayoutLmReader.Architecture}."),
        };
        try
        {
            sample.Check(reader);
            return reader;
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or InvalidOperationException or ArgumentException)
        {
            reader.Dispose();
            throw new ModelPackageException($"The sample question could not be answered: {exception.Message}", exception);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
