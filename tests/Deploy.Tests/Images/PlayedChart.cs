using System.Text.Json.Nodes;
using AspireMl.Deploy.Tests.Rendering;
using AspireMl.Testing;

namespace AspireMl.Deploy.Tests.Images;

/// <summary>The chart's Deployments of inference-api and frontend, run by <c>podman kube play</c> on this machine's network.</summary>
internal sealed class PlayedChart : IAsyncDisposable
{
    const string Settings =
        "postgres.enabled=false postgres.external.secret=played-postgres queue.enabled=false minio.enabled=false minio.external.secret=played-s3 "
        + "inference.autoscaling.enabled=false inference.replicas=1";

    static readonly HttpClient Http = new();

    readonly string _file = Path.Combine(Path.GetTempPath(), $"aspireml-played-{Environment.ProcessId}.yaml");
    readonly Dictionary<string, int> _ports = new() { ["inference-api"] = FreePort.Next(), ["frontend"] = FreePort.Next() };

    PlayedChart()
    {
    }

    /// <summary>Starts them and waits until each says that it is ready.</summary>
    /// <param name="database">The connection string of a PostgreSQL.</param>
    /// <param name="objects">The connection string of an S3 server.</param>
    public static async Task<PlayedChart> StartAsync(string database, string objects)
    {
        var chart = await RenderedChart.OfAsync(Settings);
        var played = new PlayedChart();
        var secrets = new Dictionary<string, string> { ["played-postgres"] = database, ["played-s3"] = objects };
        var workloads = played._ports.Keys.Select(component => played.Playable(chart.Workload(component), secrets));
        await File.WriteAllTextAsync(played._file, string.Join("\n---\n", workloads.Select(workload => workload.ToJsonString())));
        try
        {
            await PodmanAsync("kube", "play", "--network", "host", played._file);
            foreach (var component in played._ports.Keys)
            {
                var probe = chart.Workload(component).Containers.Single()["readinessProbe"]!["httpGet"]!["path"];
                await Eventually.TrueAsync(() => played.AnswersAsync(component, $"{probe}"));
            }

            return played;
        }
        catch (Exception failed)
        {
            var logs = await ToolProcess.RunAsync("podman", ["pod", "logs", "--tail", "20", PodOf("inference-api")]);
            await played.DisposeAsync();
            throw new InvalidOperationException($"The pods are not ready. {logs.Written}", failed);
        }
    }

    /// <summary>Where a service answers.</summary>
    public Uri AddressOf(string component) => new($"http://127.0.0.1:{_ports[component]}");

    /// <summary>What Podman says of a service's container.</summary>
    public static async Task<JsonNode> InspectAsync(string component) =>
        JsonNode.Parse(await PodmanAsync("inspect", $"{PodOf(component)}-{component}"))![0]!;

    public async ValueTask DisposeAsync()
    {
        File.Delete(_file);
        // What a container has mounted may be busy for a moment after its end.
        await Eventually.TrueAsync(async () => (await ToolProcess.RunAsync("podman", ["pod", "rm", "--force", "--ignore", .. _ports.Keys.Select(PodOf)])).ExitCode == 0);
    }

    static string PodOf(string component) => $"{RenderedChart.Prefix}{component}-pod-0";

    /// <summary>
    /// Podman asks probes with curl inside the container, which these images have not; it knows no Services, and version 4.3 cannot
    /// read a Secret that it made. So the test asks from outside, the pods share this machine's network, each at a port of its own,
    /// and what the Secrets hold stands in the variables.
    /// </summary>
    JsonNode Playable(KubernetesObject workload, Dictionary<string, string> secrets)
    {
        var playable = new KubernetesObject(workload.Node.DeepClone());
        var container = playable.Containers.Single().AsObject();
        foreach (var name in new[] { "startupProbe", "livenessProbe", "readinessProbe", "ports" })
        {
            container.Remove(name);
        }

        // Podman names a volume like the emptyDir, so that pods would share theirs.
        foreach (var volume in playable.Pod["volumes"]!.AsArray().Concat(container["volumeMounts"]!.AsArray()))
        {
            volume!["name"] = $"{workload.Name}-{volume["name"]}";
        }

        foreach (var variable in playable.Environment.Values)
        {
            variable["value"] = variable["valueFrom"]?["secretKeyRef"]?["name"] is { } secret ? secrets[$"{secret}"] : Here($"{variable["value"]}");
            variable.AsObject().Remove("valueFrom");
        }

        playable.Environment["HTTP_PORTS"]["value"] = $"{_ports[$"{container["name"]}"]}";
        return playable.Node;
    }

    /// <summary>The address on this machine in place of a Service's.</summary>
    string Here(string value) => _ports.Aggregate(value, (text, called) =>
        text.Replace($"http://{RenderedChart.Prefix}{called.Key}:8080", $"http://127.0.0.1:{called.Value}", StringComparison.Ordinal));

    async Task<bool> AnswersAsync(string component, string path)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri(AddressOf(component), path));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static async Task<string> PodmanAsync(params IEnumerable<string> arguments)
    {
        var result = await ToolProcess.RunAsync("podman", arguments);
        Assert.True(result.ExitCode == 0, result.Written);
        return result.Output;
    }
}
