using AspireMl.Modeling.Onnx;
using AspireMl.Retraining.Worker.XGBoost;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Retraining.Worker.Tests.XGBoost;

public sealed class BoosterTests
{
    static readonly Dictionary<string, string> Parameters = new()
    {
        ["objective"] = "reg:squarederror",
        ["base_score"] = "0",
        ["eta"] = "0.3",
        ["max_depth"] = "3",
        ["min_child_weight"] = "0",
        ["nthread"] = "1",
        ["verbosity"] = "0",
    };

    [Fact]
    public void Boosting_along_the_gradient_learns_what_no_line_can()
    {
        var (features, truth) = ExclusiveOr();
        using var matrix = new DataMatrix(features, 3);
        using var booster = Boosted(matrix, truth);

        var predicted = booster.Predict(matrix);

        for (var i = 0; i < truth.Length; i++)
        {
            Assert.InRange(truth[i] * predicted[i], 0.5f, 1.5f);
        }
    }

    [Fact]
    public void The_onnx_export_gives_the_predictions_of_xgboost_row_by_row()
    {
        var (features, truth) = ExclusiveOr();
        using var matrix = new DataMatrix(features, 3);
        using var booster = Boosted(matrix, truth);
        var expected = booster.Predict(matrix).ToArray();

        using var session = OnnxSession.Open(TreeExport.ToOnnx(booster.ToJson(), "test", "rows", "sums"));
        using var input = OrtValue.CreateTensorValueFromMemory(features, [truth.Length, 3]);
        using var output = session.Run(new RunOptions(), ["rows"], [input], ["sums"]);

        Assert.Equal(expected, output[0].GetTensorDataAsSpan<float>().ToArray());
    }

    [Fact]
    public void The_same_seed_gives_the_same_model()
    {
        var (features, truth) = ExclusiveOr();
        using var matrix = new DataMatrix(features, 3);
        using var one = Boosted(matrix, truth);
        using var other = Boosted(matrix, truth);

        Assert.Equal(one.ToJson(), other.ToJson());
    }

    [Fact]
    public void A_wrong_parameter_is_named()
    {
        using var matrix = new DataMatrix([1, 2, 3], 3);

        var error = Assert.Throws<InvalidOperationException>(() =>
        {
            using var booster = new Booster(matrix, new Dictionary<string, string> { ["max_depth"] = "deep" });
            booster.Boost(matrix, [1], [1]);
        });

        Assert.Contains("max_depth", error.Message, StringComparison.Ordinal);
    }

    static Booster Boosted(DataMatrix matrix, float[] truth)
    {
        var booster = new Booster(matrix, Parameters);
        var gradients = new float[truth.Length];
        var hessians = new float[truth.Length];
        Array.Fill(hessians, 1);
        for (var round = 0; round < 40; round++)
        {
            var predicted = booster.Predict(matrix, training: true);
            for (var i = 0; i < truth.Length; i++)
            {
                gradients[i] = predicted[i] - truth[i];
            }

            booster.Boost(matrix, gradients, hessians);
        }

        return booster;
    }

    static (float[] Features, float[] Truth) ExclusiveOr()
    {
        var random = new Random(3);
        var features = new float[300 * 3];
        var truth = new float[300];
        for (var i = 0; i < truth.Length; i++)
        {
            features[3 * i] = random.NextSingle();
            features[(3 * i) + 1] = random.NextSingle();
            features[(3 * i) + 2] = random.NextSingle();
            truth[i] = features[3 * i] > 0.5f ^ features[(3 * i) + 1] > 0.5f ? 1 : -1;
        }

        return (features, truth);
    }
}
