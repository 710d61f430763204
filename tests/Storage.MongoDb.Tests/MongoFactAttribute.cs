namespace AspireMl.Storage.MongoDb.Tests;

/// <summary>Stands for xunit's <c>[Fact]</c> in this project, the contracts included: a test that needs a MongoDB.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class MongoFactAttribute : Xunit.FactAttribute
{
    public const string Reason = "It needs a MongoDB: set ConnectionStrings__documents, such as mongodb://localhost:27017/aspireml.";

    public MongoFactAttribute() => Skip = MongoServer.ConnectionString is null ? Reason : null;
}
