using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.Tabular;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Tests.Models;

public sealed class ModelUseTests
{
    [Fact]
    public void A_retired_model_lives_until_its_last_use_ends()
    {
        var model = new Probe();
        var loaded = new LoadedModel(model);
        var first = loaded.TryUse<Probe>()!;
        var second = loaded.TryUse<Probe>()!;

        loaded.Retire();
        first.Dispose();
        first.Dispose();
        Assert.False(model.IsDisposed);

        second.Dispose();
        Assert.True(model.IsDisposed);
        Assert.Null(loaded.TryUse<Probe>());
    }

    [Fact]
    public async Task Of_many_threads_none_gets_a_model_that_is_disposed_of()
    {
        for (var round = 0; round < 200; round++)
        {
            var loaded = new LoadedModel(new Probe());
            using var start = new Barrier(3);
            var users = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            {
                start.SignalAndWait();
                while (loaded.TryUse<Probe>() is { } use)
                {
                    Assert.False(use.Model.IsDisposed);
                    use.Dispose();
                }
            })).ToArray();

            start.SignalAndWait();
            loaded.Retire();
            await Task.WhenAll(users);
        }
    }

    [Fact]
    public void A_tabular_model_is_found_by_name_and_alias()
    {
        var package = TabularPackages.Write();
        using var catalog = Catalog(package);
        Assert.Equal(503, Assert.Throws<RefusalException>(() => catalog.UseTabular("kiln")).Status);

        catalog.Ready(package, TabularModel.Open(Modeling.ModelPackages.ModelPackage.Open(package.Folder)));
        using var use = catalog.UseTabular("kiln");
        var predictions = new float[1];
        use.Model.Predict(new float[] { 1, 2, 0, float.NaN }, predictions);

        Assert.Equal(108, predictions[0]);
        Assert.Equal(422, Assert.Throws<RefusalException>(() => catalog.UseTabular("kiln", "other")).Status);
        Assert.Equal(404, Assert.Throws<RefusalException>(() => catalog.UseTabular("oven")).Status);
        Assert.Equal(422, Assert.Throws<RefusalException>(() => catalog.UseReader("kiln")).Status);
    }

    [Fact]
    public void A_model_for_documents_is_no_tabular_model()
    {
        using var catalog = Catalog(new InstalledPackage("/models/reader", FakeModels.Card("reader", "1.0.0")));
        Assert.Equal(404, Assert.Throws<RefusalException>(() => catalog.UseTabular("reader")).Status);
    }

    static ModelCatalog Catalog(InstalledPackage package)
    {
        var catalog = new ModelCatalog(Options.Create(new ModelOptions()));
        catalog.Announce([package]);
        return catalog;
    }

    sealed class Probe : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
