namespace AspireMl.Modeling.Decoding.Resampling;

/// <summary>The order of colour planes.</summary>
internal enum PlaneOrder
{
    BlueGreenRed,
    RedGreenBlue,
}
