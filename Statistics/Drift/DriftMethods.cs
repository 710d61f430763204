using System.Collections.Frozen;

namespace AspireMl.Statistics.Drift;

/// <summary>What is known of each method.</summary>
/// <param name="Name">Short name in queries and reports.</param>
/// <param name="Threshold">Default threshold.</param>
/// <param name="Numeric">Judges numeric columns.</param>
/// <param name="Categorical">Judges categorical columns.</param>
internal sealed record DriftMethods(string Name, double Threshold, bool Numeric, bool Categorical)
{
    const double Significance = 0.05;

    static readonly FrozenDictionary<DriftMethod, DriftMethods> All = new Dictionary<DriftMethod, DriftMethods>
    {
        [DriftMethod.KolmogorovSmirnov] = new("ks", Significance, true, false),
        [DriftMethod.Wasserstein] = new("wasserstein", 0.1, true, false),
        [DriftMethod.PopulationStabilityIndex] = new("psi", 0.2, true, true),
        [DriftMethod.JensenShannon] = new("js", 0.1, true, true),
        [DriftMethod.Hellinger] = new("hellinger", 0.1, true, true),
        [DriftMethod.CramerVonMises] = new("cvm", Significance, true, false),
        [DriftMethod.MannWhitney] = new("mannwhitney", Significance, true, false),
        [DriftMethod.Welch] = new("welch", Significance, true, false),
        [DriftMethod.Student] = new("student", Significance, true, false),
        [DriftMethod.Energy] = new("energy", 0.1, true, false),
        [DriftMethod.ChiSquare] = new("chisquare", Significance, false, true),
        [DriftMethod.G] = new("g", Significance, false, true),
        [DriftMethod.Fisher] = new("fisher", Significance, false, true),
        [DriftMethod.TotalVariation] = new("tv", 0.1, false, true),
        [DriftMethod.LInfinity] = new("linf", 0.1, false, true),
    }.ToFrozenDictionary();

    public bool Takes(ColumnKind kind) => kind == ColumnKind.Numeric ? Numeric : Categorical;

    public static DriftMethods Of(DriftMethod method) => All[method];

    public static IEnumerable<string> Names => Enum.GetValues<DriftMethod>().Select(method => All[method].Name);

    public static DriftMethod? Find(string name)
    {
        foreach (var (method, known) in All)
        {
            if (string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return method;
            }
        }

        return null;
    }

    public static DriftMethod Parse(string name) =>
        Find(name) ?? throw new ArgumentException($"There is no drift method '{name}'; choose from {string.Join(", ", Names)}.", nameof(name));
}
