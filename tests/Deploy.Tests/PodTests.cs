using System.Text.Json.Nodes;
using AspireMl.Deploy.Tests.Rendering;

namespace AspireMl.Deploy.Tests;

public sealed class PodTests
{
    public static TheoryData<string> ValueSet => ValueSets.All;

    [HelmTheory]
    [MemberData(nameof(ValueSet))]
    public async Task Pods_run_under_an_account_without_rights_and_without_a_token(string settings)
    {
        foreach (var workload in (await RenderedChart.OfAsync(settings)).Workloads)
        {
            var security = workload.Pod["securityContext"]!;
            Assert.True(security["runAsNonRoot"]!.GetValue<bool>());
            Assert.True(security["runAsUser"]!.GetValue<int>() > 0, $"{workload}");
            Assert.Equal("RuntimeDefault", $"{security["seccompProfile"]!["type"]}");
            Assert.False(workload.Pod["automountServiceAccountToken"]!.GetValue<bool>());
        }
    }

    [HelmTheory]
    [MemberData(nameof(ValueSet))]
    public async Task Containers_are_read_only_bounded_and_pinned(string settings)
    {
        foreach (var container in (await RenderedChart.OfAsync(settings)).Workloads.SelectMany(workload => workload.Containers))
        {
            var security = container["securityContext"]!;
            Assert.True(security["readOnlyRootFilesystem"]!.GetValue<bool>());
            Assert.False(security["allowPrivilegeEscalation"]!.GetValue<bool>());
            Assert.Equal("ALL", $"{Assert.Single(security["capabilities"]!["drop"]!.AsArray())}");
            Assert.Null(security["capabilities"]!["add"]);
            foreach (var resource in new[] { "cpu", "memory", "ephemeral-storage" })
            {
                Assert.NotNull(container["resources"]!["requests"]![resource]);
                Assert.NotNull(container["resources"]!["limits"]![resource]);
            }

            Assert.Matches("^.+:[^:/]+$", $"{container["image"]}");
            Assert.DoesNotContain(":latest", $"{container["image"]}", StringComparison.Ordinal);
        }
    }

    [HelmTheory]
    [MemberData(nameof(ValueSet))]
    public async Task Containers_are_probed_at_ports_that_they_open(string settings)
    {
        foreach (var container in (await RenderedChart.OfAsync(settings)).Workloads.SelectMany(workload => workload.Containers))
        {
            var ports = container["ports"]!.AsArray().Select(port => $"{port!["name"]}").ToList();
            Assert.NotNull(container["livenessProbe"]);
            Assert.NotNull(container["readinessProbe"]);
            foreach (var probe in new[] { "startupProbe", "livenessProbe", "readinessProbe" }.Select(name => container[name]).OfType<JsonObject>())
            {
                if ((probe["httpGet"] ?? probe["tcpSocket"])?["port"] is { } port)
                {
                    Assert.Contains($"{port}", ports);
                }
                else
                {
                    Assert.NotNull(probe["exec"]);
                }
            }
        }
    }

    [HelmFact]
    public async Task The_services_are_probed_at_their_health_endpoints()
    {
        var chart = await RenderedChart.OfAsync();
        foreach (var service in new[] { "inference-api", "monitoring-worker", "retraining-worker", "frontend" })
        {
            var container = chart.Workload(service).Containers.Single();
            Assert.Equal("/alive", $"{container["livenessProbe"]!["httpGet"]!["path"]}");
            Assert.Equal("/ready", $"{container["readinessProbe"]!["httpGet"]!["path"]}");
        }
    }

    [HelmTheory]
    [MemberData(nameof(ValueSet))]
    public async Task Environment_variables_are_given_once_and_those_they_name_stand_before_them(string settings)
    {
        foreach (var container in (await RenderedChart.OfAsync(settings)).Workloads.SelectMany(workload => workload.Containers))
        {
            HashSet<string> known = [];
            foreach (var variable in container["env"]?.AsArray() ?? [])
            {
                var value = $"{variable!["value"]}";
                Assert.All(References(value), name => Assert.Contains(name, known));
                Assert.True(known.Add($"{variable["name"]}"), $"{variable["name"]} of {container["name"]}");
            }
        }

        static IEnumerable<string> References(string value) => value.Split("$(").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]);
    }

    [HelmTheory]
    [MemberData(nameof(ValueSet))]
    public async Task Every_mounted_volume_is_declared_and_what_is_written_has_a_bound(string settings)
    {
        foreach (var workload in (await RenderedChart.OfAsync(settings)).Workloads)
        {
            var volumes = workload.Pod["volumes"]?.AsArray() ?? [];
            var claims = workload.Node["spec"]!["volumeClaimTemplates"]?.AsArray() ?? [];
            var declared = volumes.Select(volume => $"{volume!["name"]}").Concat(claims.Select(claim => $"{claim!["metadata"]!["name"]}"));
            var mounted = workload.Containers.SelectMany(container => container["volumeMounts"]?.AsArray() ?? []).Select(mount => $"{mount!["name"]}");

            Assert.Equal(declared.Order(), mounted.Distinct().Order());
            Assert.All(volumes.Select(volume => volume!["emptyDir"]).OfType<JsonObject>(), folder => Assert.NotNull(folder["sizeLimit"]));
        }
    }
}
