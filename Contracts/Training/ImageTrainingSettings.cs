using System.ComponentModel.DataAnnotations;

namespace AspireMl.Contracts.Training;

/// <summary>How a head is trained.</summary>
public sealed record ImageTrainingSettings
{
    /// <value>How often each training image is seen, the first time as it is. Default 8, from 1 to 32.</value>
    [Range(1, 32)]
    public int Views { get; init; } = 8;

    /// <value>Whether further views may be mirrored: not for letters, digits or signs. Default true.</value>
    public bool Flip { get; init; } = true;

    /// <value>How far further views are moved at most, as a share of their sides. Default 0.1, from 0 to 0.3.</value>
    [Range(0, 0.3)]
    public double Shift { get; init; } = 0.1;

    /// <value>Strengths of the penalty on the weights that are tried; the validation images choose. 1 to 20 values from 0.000001 to 100.</value>
    [MinLength(1)]
    [MaxLength(20)]
    public IReadOnlyList<double> Penalties { get; init; } = [1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0003];

    /// <value>Most iterations for one penalty. Default 300, from 10 to 5,000.</value>
    [Range(10, 5000)]
    public int Iterations { get; init; } = 300;
}
