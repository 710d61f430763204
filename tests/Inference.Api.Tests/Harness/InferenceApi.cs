using AspireMl.Inference.Api.Capture;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Work;
using AspireMl.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AspireMl.Inference.Api.Tests.Harness;

/// <summary>The service on a real port of the loopback address, with a real database, and with stand-ins for the models unless told otherwise.</summary>
sealed class InferenceApi : WebApplicationFactory<Program>
{
    readonly string _connectionString;
    readonly string _folder;
    readonly Dictionary<string, string> _settings;
    bool _keepsModels;

    InferenceApi(string connectionString, string folder, IEnumerable<(string Key, string Value)> settings)
    {
        _connectionString = connectionString;
        _folder = folder;
        _settings = settings.ToDictionary(setting => setting.Key, setting => setting.Value);
    }

    public FakeModels Models { get; private set; } = new();

    public HttpClient Client { get; private set; } = null!;

    public WorkQueue Queue => Services.GetRequiredService<WorkQueue>();

    public CaptureQueue Captures => Services.GetRequiredService<CaptureQueue>();

    /// <summary>Where the service keeps objects and its journal.</summary>
    public string Folder => _folder;

    /// <summary>Where its journal is.</summary>
    public string JournalFolder => JournalIn(_folder);

    /// <summary>Starts the service.</summary>
    public static InferenceApi Start(string connectionString, params (string Key, string Value)[] settings) =>
        Start(connectionString, Directory.CreateTempSubdirectory("aspireml-api-").FullName, new(), settings);

    /// <summary>Starts the service with a folder that an earlier one used, or models that are not ready.</summary>
    public static InferenceApi Start(string connectionString, string folder, FakeModels models, params (string Key, string Value)[] settings) =>
        new InferenceApi(connectionString, folder, settings) { Models = models }.Listen();

    /// <summary>Starts the service with a tabular model, the kiln of <see cref="TabularPackages"/>, and waits until it is ready.</summary>
    public static Task<InferenceApi> StartWithKilnAsync(string connectionString, params (string Key, string Value)[] settings) =>
        StartWithKilnAsync(connectionString, Directory.CreateTempSubdirectory("aspireml-api-").FullName, settings);

    /// <summary>The same with a folder that an earlier one used.</summary>
    public static Task<InferenceApi> StartWithKilnAsync(string connectionString, string folder, params (string Key, string Value)[] settings) =>
        Start(connectionString, folder, new() { Installed = { TabularPackages.Write() } }, settings).ReadyAsync();

    /// <summary>Starts the service with an image classifier, <see cref="ImagePackages"/>, as the default and waits until it is ready.</summary>
    public static Task<InferenceApi> StartWithColoursAsync(string connectionString, params (string Key, string Value)[] settings) =>
        Start(
            connectionString,
            Directory.CreateTempSubdirectory("aspireml-api-").FullName,
            new() { Installed = { ImagePackages.Write(), ImagePackages.WriteMute(), TabularPackages.Write() } },
            [("Models:ImageClassification", ImagePackages.Name), .. settings]).ReadyAsync();

    /// <summary>Starts the service as it is delivered: with the OCR and the models of the repository.</summary>
    public static InferenceApi StartWithoutStandIns(string connectionString) =>
        new InferenceApi(connectionString, Directory.CreateTempSubdirectory("aspireml-api-").FullName, []) { _keepsModels = true }.Listen();

    InferenceApi Listen()
    {
        this.ListenAsync().GetAwaiter().GetResult();
        Client = CreateClient();
        return this;
    }

    /// <summary>Where the journal of a service is that keeps its things in this folder.</summary>
    public static string JournalIn(string folder) => Path.Combine(folder, "capture");

    /// <summary>Waits until the service says that it is ready.</summary>
    public async Task<InferenceApi> ReadyAsync()
    {
        await Eventually.TrueAsync(async () => (await Client.GetAsync("/health")).IsSuccessStatusCode);
        return this;
    }

    /// <summary>Stops the service gracefully.</summary>
    public ValueTask StopAsync() => DisposeAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:database", _connectionString);
        builder.UseSetting("Objects:Path", Path.Combine(_folder, "objects"));
        builder.UseSetting("Models:UnpackedPath", Path.Combine(_folder, "packages"));
        // A busy machine may take its time to migrate the database.
        builder.UseSetting("Models:RegistryPatience", "00:00:30");
        builder.UseSetting("Capture:Path", JournalFolder);
        builder.UseSetting("Capture:FirstRetry", "00:00:00.050");
        builder.UseSetting("Capture:LongestRetry", "00:00:00.200");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        if (_keepsModels)
        {
            return;
        }

        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<IModelSource>();
            services.AddSingleton<IModelSource>(Models);
        });
    }
}
