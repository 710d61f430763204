namespace AspireMl.Statistics.Drift;

/// <summary>How a column is compared with its reference.</summary>
public enum DriftMethod
{
    /// <summary>Kolmogorov-Smirnov; numeric, by p-value.</summary>
    KolmogorovSmirnov,

    /// <summary>Wasserstein-1 in standard deviations of the reference; numeric, by distance.</summary>
    Wasserstein,

    /// <summary>Population stability index; both kinds, by distance.</summary>
    PopulationStabilityIndex,

    /// <summary>Jensen-Shannon distance; both kinds.</summary>
    JensenShannon,

    /// <summary>Hellinger distance; both kinds.</summary>
    Hellinger,

    /// <summary>Cramér-von Mises; numeric, by p-value.</summary>
    CramerVonMises,

    /// <summary>Mann-Whitney U; numeric, by p-value.</summary>
    MannWhitney,

    /// <summary>Welch's t; numeric, by p-value.</summary>
    Welch,

    /// <summary>Student's t; numeric, by p-value.</summary>
    Student,

    /// <summary>Energy distance divided by the root of the reference's standard deviation; numeric, by distance.</summary>
    Energy,

    /// <summary>Pearson's χ²; categorical, by p-value.</summary>
    ChiSquare,

    /// <summary>Likelihood-ratio G; categorical, by p-value.</summary>
    G,

    /// <summary>Fisher's exact test; categorical with at most two categories, by p-value.</summary>
    Fisher,

    /// <summary>Total variation; categorical, by distance.</summary>
    TotalVariation,

    /// <summary>Largest change of one share; categorical, by distance.</summary>
    LInfinity,
}
