using System.Text.RegularExpressions;
using AspireMl.Deploy.Tests.Rendering;
using AspireMl.Testing;

namespace AspireMl.Deploy.Tests.Images;

/// <summary>The images that the SDK publishes, those that deploy/Containerfile makes and those that the chart asks for are the same.</summary>
public sealed partial class ServiceImageTests
{
    [HelmFact]
    public async Task The_chart_asks_for_the_images_that_the_projects_publish()
    {
        var chart = await RenderedChart.OfAsync();
        foreach (var image in await ServiceImage.AllAsync())
        {
            var workload = chart.Workload(image.Component);
            var container = workload.Containers.Single();

            Assert.Equal($"{image["ContainerRepository"]}:{image["ContainerImageTag"]}", $"{container["image"]}");
            Assert.Equal(image["ContainerUser"], $"{workload.Pod["securityContext"]!["runAsUser"]}");
            Assert.Equal(image.ItemsOf("ContainerPort", "Type").Keys, container["ports"]!.AsArray().Select(port => $"{port!["containerPort"]}"));
        }
    }

    [Fact]
    public async Task Images_bear_the_products_version_and_stand_on_a_pinned_one()
    {
        foreach (var image in await ServiceImage.AllAsync())
        {
            Assert.Equal(image["Version"], image["ContainerImageTag"]);
            Assert.Matches("/aspnet:10[.][0-9]+[.][0-9]+-", image["ContainerBaseImage"]);
            Assert.NotEmpty(image["ContainerDescription"]);
        }
    }

    [Fact]
    public async Task The_Containerfile_says_what_the_projects_say()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "deploy", "Containerfile"));
        var variables = Variable().Matches(file[file.IndexOf("\nENV ", StringComparison.Ordinal)..file.IndexOf("\nWORKDIR ", StringComparison.Ordinal)])
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

        foreach (var image in await ServiceImage.AllAsync())
        {
            Assert.Equal(image.ItemsOf("ContainerEnvironmentVariable", "Value").OrderBy(variable => variable.Key), variables.OrderBy(variable => variable.Key));
            Assert.Contains($"\nUSER {image["ContainerUser"]}\n", file, StringComparison.Ordinal);
            Assert.All(image.ItemsOf("ContainerPort", "Type").Keys, port => Assert.Contains($"\nEXPOSE {port}\n", file, StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"(?<name>\w+)=(?<value>[^\s\\]+)")]
    private static partial Regex Variable();
}
