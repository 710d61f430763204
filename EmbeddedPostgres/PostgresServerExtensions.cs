using Microsoft.Extensions.Configuration;

namespace AspireMl.EmbeddedPostgres;

internal static class PostgresServerExtensions
{
    public static IHostApplicationBuilder AddPostgresServer(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<PostgresOptions>()
            .BindConfiguration("EmbeddedPostgres")
            .Configure<IConfiguration>((options, configuration) =>
                options.Port = configuration["PORT"] is { } port ? int.TryParse(port, out var number) ? number : 0 : options.Port)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        // A fast shutdown writes everything back to disk first.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(60));
        builder.Services.AddHostedService<PostgresServer>();
        return builder;
    }
}
