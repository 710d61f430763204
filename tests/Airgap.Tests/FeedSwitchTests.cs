using System.Diagnostics;
using System.Xml.Linq;

namespace AspireMl.Airgap.Tests;

/// <summary>The same projects with the real packages and with the stand-ins, evaluated by MSBuild; nothing is restored.</summary>
public sealed class FeedSwitchTests
{
    static readonly string Root = RootFolder();
    static readonly HashSet<string> StandIns = [.. Directory.EnumerateFiles(Path.Combine(Root, "airgap"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    [Fact]
    public async Task With_a_complete_feed_every_project_references_the_real_packages()
    {
        var complete = await EvaluateAsync("false");
        var restricted = await EvaluateAsync("true");

        Assert.NotEmpty(complete);
        Assert.Contains(complete, reference => reference is { Kind: "package", Name: "Microsoft.ML.OnnxRuntime.Gpu" });
        Assert.DoesNotContain(complete, reference => reference.Kind == "project" && reference.IsStandIn);
        Assert.DoesNotContain(restricted, reference => reference.Kind == "package" && StandIns.Contains(reference.Name));
        Assert.Equal(
            complete.Where(reference => reference.Kind == "package" && StandIns.Contains(reference.Name)).Select(reference => (reference.Project, reference.Name)).Order(),
            restricted.Where(reference => reference.Kind == "project" && reference.IsStandIn).Select(reference => (reference.Project, reference.Name)).Order());
    }

    [Fact]
    public async Task MongoDB_is_in_the_build_of_a_complete_feed_only()
    {
        const string Provider = "Storage.MongoDb";
        var complete = await EvaluateAsync("false");
        var restricted = await EvaluateAsync("true");

        Assert.Contains(complete, reference => reference is { Project: Provider, Kind: "package", Name: "Aspire.MongoDB.Driver" });
        Assert.Equal(
            ["Inference.Api", "Monitoring.Worker", $"{Provider}.Tests"],
            complete.Where(reference => reference is { Kind: "project", Name: Provider }).Select(reference => reference.Project).Order());
        Assert.DoesNotContain(restricted, reference => reference.Project.StartsWith(Provider, StringComparison.Ordinal) || reference.Name == Provider);
    }

    [Fact]
    public void With_a_complete_feed_the_AppHost_uses_the_real_SDK_and_packages()
    {
        // Its SDK cannot be resolved on a restricted feed, so the file itself is read.
        var project = XDocument.Load(Path.Combine(Root, "AppHost", "AppHost.csproj"));
        var sdks = project.Descendants("Import").Where(import => (string?)import.Attribute("Sdk") == "Aspire.AppHost.Sdk").ToList();
        var versions = XDocument.Load(Path.Combine(Root, "Directory.Packages.props"));

        Assert.Equal(2, sdks.Count);
        Assert.All(sdks, sdk => Assert.Equal("'$(AirGapped)' != 'true'", (string?)sdk.Attribute("Condition")));
        Assert.All(sdks, sdk => Assert.Equal((string?)versions.Descendants("AspireVersion").Single(), (string?)sdk.Attribute("Version")));
        Assert.Contains(project.Descendants("PackageReference"), reference => (string?)reference.Attribute("Include") == "Aspire.Hosting.AppHost");
        Assert.DoesNotContain(project.Descendants("ProjectReference"), reference => ((string?)reference.Attribute("Include"))!.Contains("airgap", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_stand_in_is_explained()
    {
        var explanation = File.ReadAllText(Path.Combine(Root, "airgap", "README.md"));

        Assert.All(StandIns, standIn => Assert.True(
            explanation.Contains(standIn, StringComparison.Ordinal) || explanation.Contains("." + standIn.Split('.')[^1], StringComparison.Ordinal),
            $"airgap/README.md does not mention {standIn}."));
    }

    /// <summary>The references of every product, test and benchmark project, collected by one run of MSBuild.</summary>
    static async Task<List<Reference>> EvaluateAsync(string airGapped)
    {
        var folder = Directory.CreateTempSubdirectory("evaluate-").FullName;
        try
        {
            var targets = Path.Combine(folder, "list.targets");
            await File.WriteAllTextAsync(targets, """
                <Project>
                  <Target Name="ListReferences" Returns="@(_Listed)">
                    <ItemGroup>
                      <_Listed Include="@(PackageReference->'$(MSBuildProjectName)|package|%(Identity)')" />
                      <_Listed Include="@(ProjectReference->'$(MSBuildProjectName)|project|%(FullPath)')" />
                    </ItemGroup>
                  </Target>
                </Project>
                """);
            var project = Path.Combine(folder, "all.proj");
            await File.WriteAllTextAsync(project, $"""
                <Project>
                  <ItemGroup>{string.Concat(Projects().Select(path => $"<Evaluated Include=\"{path}\" />"))}</ItemGroup>
                  <Target Name="List">
                    <MSBuild Projects="@(Evaluated)" Targets="ListReferences" Properties="AirGapped={airGapped};CustomAfterMicrosoftCommonTargets={targets}">
                      <Output TaskParameter="TargetOutputs" ItemName="Lines" />
                    </MSBuild>
                    <WriteLinesToFile File="{folder}/lines.txt" Lines="@(Lines)" />
                  </Target>
                </Project>
                """);
            using var build = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", project, "-t:List", "-nologo", "-v:q"]) { RedirectStandardOutput = true })!;
            var output = await build.StandardOutput.ReadToEndAsync();
            await build.WaitForExitAsync();
            Assert.True(build.ExitCode == 0, output);
            return [.. (await File.ReadAllLinesAsync(Path.Combine(folder, "lines.txt"))).Select(Reference.Parse)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>All but the stand-ins and their tests, and the AppHost.</summary>
    static IEnumerable<string> Projects() => File.ReadLines(Path.Combine(Root, "AspireMl.sln"))
        .Where(line => line.Contains(".csproj", StringComparison.Ordinal))
        .Select(line => line.Split('"')[5].Replace('\\', '/'))
        .Where(path => !path.StartsWith("airgap/", StringComparison.Ordinal) && !path.Contains("AppHost", StringComparison.Ordinal) && !path.Contains("Airgap.Tests", StringComparison.Ordinal))
        .Select(path => Path.Combine(Root, path));

    static string RootFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AspireMl.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    sealed record Reference(string Project, string Kind, string Name, bool IsStandIn)
    {
        public static Reference Parse(string line) => line.Split('|') is [var project, var kind, var name]
            ? kind == "package" ? new(project, kind, name, false) : new(project, kind, Path.GetFileNameWithoutExtension(name), name.Contains("/airgap/", StringComparison.Ordinal))
            : throw new FormatException(line);
    }
}
