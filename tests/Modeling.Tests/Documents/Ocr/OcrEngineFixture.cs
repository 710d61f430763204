using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Tests.Documents.Ocr;

/// <summary>Loads the networks once for all tests.</summary>
public sealed class OcrEngineFixture : IDisposable
{
    public OcrEngine Engine { get; } = new(new OcrOptions());

    public void Dispose() => Engine.Dispose();
}

[CollectionDefinition("OCR")]
public sealed class OcrTests : ICollectionFixture<OcrEngineFixture>;
