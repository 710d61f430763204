using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;
using AspireMl.Testing;

namespace AspireMl.Modeling.Tests.Tabular;

/// <summary>The tabular package that the product is delivered with.</summary>
public sealed class RoastQualityTests
{
    const int MostBytes = 2 << 20;

    static readonly string Folder = Path.Combine(RepositoryRoot.Path, "models", "roast-quality");

    [Fact]
    public void It_answers_its_sample_explains_itself_and_does_without_any_one_sensor()
    {
        using var model = TabularModel.Open(ModelPackage.Open(Folder));
        float[] usual = [.. model.Schema.Features.Select(feature => (float)feature.Typical!.Value)];

        Assert.Equal((17, "h_data", "t_data_5_3"), (model.Columns, model.Card.Features[0], model.Card.Features[^1]));
        Assert.True(model.CanExplain);
        for (var missing = 0; missing < usual.Length; missing++)
        {
            float[] row = [.. usual];
            row[missing] = float.NaN;
            var predicted = new float[1];
            model.Predict(row, predicted);
            Assert.InRange(predicted[0], 330, 450);
        }
    }

    [Fact]
    public void Its_card_says_that_it_beats_the_linear_models_on_rows_of_another_machine()
    {
        var metrics = ModelPackage.Open(Folder).Card.Metrics;
        Assert.True(metrics["test/xgboost"]["rmse"] < metrics["test/least-squares"]["rmse"]);
        Assert.True(metrics["test/xgboost"]["rmse"] < metrics["test/elastic-net"]["rmse"]);
    }

    [Fact]
    public void It_is_small() =>
        Assert.InRange(Directory.EnumerateFiles(Folder).Sum(file => new FileInfo(file).Length), 1, MostBytes);
}
