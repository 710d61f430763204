namespace AspireMl.Frontend.Blazor.Inference;

/// <summary>Durations for people.</summary>
internal static class Duration
{
    public static string Show(double milliseconds) => milliseconds switch
    {
        < 10 => $"{milliseconds:0.0} ms",
        < 1000 => $"{milliseconds:0} ms",
        < 60_000 => $"{milliseconds / 1000:0.0} s",
        _ => $"{milliseconds / 60_000:0.0} min",
    };
}
