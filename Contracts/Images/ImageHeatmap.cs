namespace AspireMl.Contracts.Images;

/// <summary>Where in an image a label was seen, as pictures in the image's proportions and at most 1,024 pixels wide and high; base64 in JSON.</summary>
/// <param name="Png">PNG in grey: white where most speaks for the label, black where nothing does.</param>
/// <param name="Overlay">PNG of the image with the map laid over it in colours.</param>
public sealed record ImageHeatmap(byte[] Png, byte[] Overlay);
