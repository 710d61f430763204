using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Models;
using AspireMl.Modeling.Documents;
using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Inference.Api.Tests.Harness;

/// <summary>Stands in for the OCR and the readers, so that tests decide what they find and how long they take.</summary>
sealed class FakeModels : IModelSource
{
    public static readonly OcrLine Line = new("TOTAL 12.50", 0.98, new(10, 20, 110, 12), [new("TOTAL", new(10, 20, 60, 12)), new("12.50", new(80, 20, 40, 12))]);

    /// <summary>Opened once the OCR may finish loading.</summary>
    public ManualResetEventSlim Loaded { get; } = new(true);

    /// <summary>Opened once pages may be read.</summary>
    public ManualResetEventSlim Gate { get; } = new(true);

    /// <summary>The lines of every page.</summary>
    public IReadOnlyList<OcrLine> Lines { get; set; } = [Line];

    /// <summary>What the reader finds.</summary>
    public DocumentReading Reading { get; set; } = new("12.50", 0.9, [new(1, "12.50", new(80, 20, 40, 12))])
    {
        Features = new Dictionary<string, double> { ["confidence_lead"] = 0.5 },
    };

    /// <summary>What reading a page throws, if anything.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Why a package's reader does not open, by name.</summary>
    public Dictionary<string, string> Defects { get; } = [];

    public List<ModelCard> Cards { get; } = [Card("span-reader", "1.0.0"), Card("span-reader", "1.2.0"), Card("span-reader", "1.10.0-rc.1"), Card("layoutlmv3", "2.0.0")];

    /// <summary>Packages in folders, beside the cards; those of rows and images are really opened.</summary>
    public List<InstalledPackage> Installed { get; } = [];

    /// <summary>Pages that are being read.</summary>
    public int InProgress;

    /// <summary>Pages whose reading was cancelled.</summary>
    public int Cancelled;

    public IReadOnlyList<InstalledPackage> FindPackages() =>
        [.. Cards.Select(card => new InstalledPackage($"/models/{card.Name}/{card.Version}", card)), .. Installed];

    public IPagePreparation OpenPreparation()
    {
        Loaded.Wait();
        return new Preparation(this);
    }

    public IDocumentReader OpenReader(InstalledPackage package) =>
        Defects.TryGetValue(package.Name, out var defect) ? throw new InvalidDataException(defect) : new Reader(this, package.Card!);

    public TabularModel OpenTabular(InstalledPackage package) => Open(() => TabularModel.Open(ModelPackage.Open(package.Folder)));

    public ImageModel OpenImages(InstalledPackage package) => Open(() => ImageModel.Open(ModelPackage.Open(package.Folder)));

    static T Open<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (ModelPackageException unusable)
        {
            throw new InvalidDataException(unusable.Message, unusable);
        }
    }

    public static ModelCard Card(string name, string version, string task = ModelTasks.DocumentQuestion) => new()
    {
        Name = name,
        Version = version,
        Task = task,
        Description = "For tests.",
        License = "MIT",
        Architecture = "fake",
        Files = new Dictionary<string, string>(),
        Graph = "model.onnx",
        Inputs = [],
        Outputs = [],
    };

    sealed class Preparation(FakeModels models) : IPagePreparation
    {
        public PreparedDocument Prepare(ReadOnlyMemory<byte> image, CancellationToken cancellation)
        {
            Interlocked.Increment(ref models.InProgress);
            try
            {
                models.Gate.Wait(cancellation);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref models.Cancelled);
                throw;
            }
            finally
            {
                Interlocked.Decrement(ref models.InProgress);
            }

            return models.Failure is { } failure
                ? throw failure
                : new(Storage.Objects.ObjectKey.Of(image.Span), new([new OcrPage(1, 800, 1200, models.Lines)]), 11, 900, Cached: false);
        }

        public void Dispose()
        {
        }
    }

    sealed class Reader(FakeModels models, ModelCard card) : IDocumentReader
    {
        public ModelCard Card => card;

        public DocumentReading Read(OcrDocument document, string question, CancellationToken cancellation = default) => models.Reading;

        public void Dispose()
        {
        }
    }
}
