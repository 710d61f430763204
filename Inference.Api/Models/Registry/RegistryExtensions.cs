namespace AspireMl.Inference.Api.Models.Registry;

static class RegistryExtensions
{
    public static IHostApplicationBuilder AddRegistry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ModelUploadOptions>().BindConfiguration("ModelUploads").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<PackageStore>();
        builder.Services.AddSingleton<InstalledRegistration>();
        builder.Services.AddSingleton<ModelUpdates>();
        builder.Services.AddSingleton<RegistryFollower>();
        builder.Services.AddSingleton<PackageUploadReader>();
        builder.Services.AddSingleton<ModelUploads>();
        return builder;
    }
}
