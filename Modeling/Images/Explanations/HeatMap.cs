using System.Numerics.Tensors;
using AspireMl.Modeling.Images.Graphs;
using AspireMl.Modeling.Images.Preparation;

namespace AspireMl.Modeling.Images.Explanations;

/// <summary>
/// Where in an image a label was seen: the class activation map (Zhou and others 2016), the last maps weighted by what
/// each channel says for the label. Where the network ends in global average pooling and one linear layer it is Grad-CAM.
/// </summary>
public sealed class HeatMap
{
    HeatMap(float[] values, int rows, int columns, SeenArea area)
    {
        Values = values;
        Rows = rows;
        Columns = columns;
        Area = area;
    }

    /// <summary>Row by row, from 0, where nothing speaks for the label, to 1, where most does; all 0 when nothing does anywhere.</summary>
    public IReadOnlyList<float> Values { get; }

    /// <summary>Rows of the map.</summary>
    public int Rows { get; }

    /// <summary>Columns of the map.</summary>
    public int Columns { get; }

    /// <summary>What of the image the map lies on.</summary>
    internal SeenArea Area { get; }

    /// <summary>Values of one row of the map.</summary>
    internal ReadOnlySpan<float> Row(int row) => ((float[])Values).AsSpan(row * Columns, Columns);

    /// <summary>Weighs the maps of one image.</summary>
    internal static HeatMap Of(GraphOutputs outputs, int image, ReadOnlySpan<float> weights, SeenArea area)
    {
        var (rows, columns) = outputs.MapSize;
        return Of(outputs.Maps(image), rows, columns, weights, area);
    }

    /// <summary>Weighs maps.</summary>
    /// <param name="maps">Channel by channel, rows × columns values each.</param>
    /// <param name="rows">Rows of a map.</param>
    /// <param name="columns">Columns of a map.</param>
    /// <param name="weights">One a channel.</param>
    /// <param name="area">What of the image the maps lie on.</param>
    internal static HeatMap Of(ReadOnlySpan<float> maps, int rows, int columns, ReadOnlySpan<float> weights, SeenArea area)
    {
        var values = new float[rows * columns];
        if (maps.Length != values.Length * weights.Length)
        {
            throw new InvalidOperationException($"The graph gave {maps.Length} values of maps for {weights.Length} channels of {rows} × {columns}.");
        }

        for (var channel = 0; channel < weights.Length; channel++)
        {
            TensorPrimitives.MultiplyAdd(maps.Slice(channel * values.Length, values.Length), weights[channel], values, values);
        }

        TensorPrimitives.Max<float>(values, 0, values);
        var highest = TensorPrimitives.Max<float>(values);
        if (highest > 0)
        {
            TensorPrimitives.Divide<float>(values, highest, values);
        }

        return new(values, rows, columns, area);
    }
}
