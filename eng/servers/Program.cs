// The product on real servers, on a machine without containers: PostgreSQL, RabbitMQ, Swift for S3, Prometheus and Alertmanager are
// started from the distribution's packages, then the AppHost against them by connection strings, as a user would. Arguments go to the
// AppHost. Ctrl+C ends it all, and nothing of what the servers held is kept.
using System.Diagnostics;
using System.Runtime.InteropServices;
using AspireMl.Testing;

await using var postgres = await PostgresServer.StartNewAsync(PostgresServer.DistributionPrograms);
await using var rabbit = await RabbitMqServer.StartNewAsync(metrics: true);
await using var swift = await SwiftServer.StartNewAsync();
await using var alertmanager = await AlertmanagerServer.StartAsync();
await using var prometheus = await PrometheusServer.StartAsync(
    [
        ("inference-api", new("http://localhost:5080")),
        ("monitoring-worker", new("http://localhost:5081")),
        ("retraining-worker", new("http://localhost:5082")),
        ("frontend", new("http://localhost:5000")),
        ("queue", rabbit.MetricsAddress),
    ],
    alertmanager.Address);
Console.WriteLine($"PostgreSQL on port {postgres.Port}, RabbitMQ {rabbit.Address}, S3 {swift.Endpoint}");
Console.WriteLine($"Prometheus {prometheus.Address}, Alertmanager {alertmanager.Address}");

var start = new ProcessStartInfo(Path.Combine(RepositoryRoot.Path, "run.sh"), args);
start.Environment["ConnectionStrings__database"] = await postgres.CreateDatabaseAsync();
start.Environment["ConnectionStrings__queue"] = rabbit.ConnectionString;
start.Environment["ConnectionStrings__objects"] = swift.ConnectionStringOf("aspireml");
using var product = Process.Start(start)!;
// The servers stay until the AppHost has ended, which Ctrl+C reaches by itself.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    product.SendTerminate();
});
await product.WaitForExitAsync();
return product.ExitCode;
