using AspireMl.Contracts.Clients;

namespace AspireMl.Simulator.Laboratory;

static class LaboratoryExtensions
{
    // Service discovery turns the name into the address that the AppHost gave.
    static readonly Uri Datasets = new("http://retraining-worker");

    public static IHostApplicationBuilder AddLaboratory(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHttpClient<DatasetClient>(http => http.BaseAddress = Datasets);
        builder.Services.AddSingleton<LabelQueue>();
        builder.Services.AddHostedService<DataLoader>();
        builder.Services.AddHostedService<LaboratoryService>();
        return builder;
    }
}
