namespace AspireMl.Bench.Faults;

/// <summary>What a fault needs the product to run on.</summary>
[Flags]
internal enum Conditions
{
    None = 0,

    /// <summary>A small disk for each server; only root can mount them.</summary>
    SmallDisks = 1,

    /// <summary>A clock of the service's own; needs libfaketime.</summary>
    MovableClock = 2,
}
