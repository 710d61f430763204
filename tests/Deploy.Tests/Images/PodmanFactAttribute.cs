using AspireMl.Deploy.Tests.Rendering;

namespace AspireMl.Deploy.Tests.Images;

/// <summary>A test that runs the images of the services. They take minutes to build, so that a script builds them and asks for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PodmanFactAttribute : FactAttribute
{
    public PodmanFactAttribute() =>
        Skip = Environment.GetEnvironmentVariable("TRY_IMAGES") == "true" ? Tools.Missing : "eng/try-images.sh builds the images of the services and runs this test.";
}
