namespace AspireMl.Storage.MongoDb.Tests;

/// <summary>Stands for xunit's <c>[Theory]</c> in this project, as <see cref="MongoFactAttribute"/> does for <c>[Fact]</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class MongoTheoryAttribute : Xunit.TheoryAttribute
{
    public MongoTheoryAttribute() => Skip = MongoServer.ConnectionString is null ? MongoFactAttribute.Reason : null;
}
