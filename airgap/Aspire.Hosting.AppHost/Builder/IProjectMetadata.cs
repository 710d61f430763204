namespace Aspire.Hosting;

/// <summary>Names a project of the solution; a class of this kind is generated for each project that the AppHost references.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    string ProjectPath { get; }
}
