using AspireMl.Modeling.Documents.Readers.SpanReader;
using MathNet.Numerics.LinearAlgebra;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>Fits the confidence curve by logistic regression (iteratively reweighted least squares with a small ridge).</summary>
internal static class ConfidenceFit
{
    const int Steps = 50;
    const double Ridge = 1e-2;

    /// <summary>Fits to decisions of which it is known whether they were right.</summary>
    public static ConfidenceCurve Fit(IReadOnlyList<(SpanDecision Decision, bool Right, double Weight)> decisions)
    {
        var rows = decisions.Select(d => ConfidenceCurve.Inputs(d.Decision)).ToArray();
        var weights = Vector<double>.Build.Dense(ConfidenceCurve.Length);
        for (var step = 0; step < Steps; step++)
        {
            var curve = new ConfidenceCurve(weights.ToArray());
            var hessian = Matrix<double>.Build.DenseDiagonal(ConfidenceCurve.Length, Ridge);
            var gradient = weights * Ridge;
            for (var i = 0; i < rows.Length; i++)
            {
                var row = Vector<double>.Build.Dense(rows[i]);
                var p = curve.Of(decisions[i].Decision);
                gradient += row * (decisions[i].Weight * (p - (decisions[i].Right ? 1 : 0)));
                hessian += row.OuterProduct(row) * (decisions[i].Weight * p * (1 - p));
            }

            var change = hessian.Solve(gradient);
            weights -= change;
            if (change.L2Norm() < 1e-8)
            {
                break;
            }
        }

        return new(weights.ToArray());
    }
}
