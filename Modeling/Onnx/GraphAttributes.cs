using Google.Protobuf;
using Kind = AspireMl.Modeling.Onnx.AttributeProto.Types.AttributeType;

namespace AspireMl.Modeling.Onnx;

/// <summary>Makes and finds the attributes of a graph's nodes.</summary>
public static class GraphAttributes
{
    /// <summary>The attribute of this name, or null.</summary>
    public static AttributeProto? Find(NodeProto node, string name) => node.Attribute.FirstOrDefault(attribute => attribute.Name == name);

    /// <summary>A 32-bit float.</summary>
    public static AttributeProto OfFloat(string name, float value) => new() { Name = name, Type = Kind.Float, F = value };

    /// <summary>A 64-bit integer.</summary>
    public static AttributeProto OfInt(string name, long value) => new() { Name = name, Type = Kind.Int, I = value };

    /// <summary>A string.</summary>
    public static AttributeProto OfString(string name, string value) =>
        new() { Name = name, Type = Kind.String, S = ByteString.CopyFromUtf8(value) };

    /// <summary>A list of 32-bit floats.</summary>
    public static AttributeProto Floats(string name, params IEnumerable<float> values)
    {
        var attribute = new AttributeProto { Name = name, Type = Kind.Floats };
        attribute.Floats.AddRange(values);
        return attribute;
    }

    /// <summary>A list of 64-bit integers.</summary>
    public static AttributeProto Ints(string name, params IEnumerable<long> values)
    {
        var attribute = new AttributeProto { Name = name, Type = Kind.Ints };
        attribute.Ints.AddRange(values);
        return attribute;
    }

    /// <summary>A list of strings.</summary>
    public static AttributeProto Strings(string name, params IEnumerable<string> values)
    {
        var attribute = new AttributeProto { Name = name, Type = Kind.Strings };
        attribute.Strings.AddRange(values.Select(ByteString.CopyFromUtf8));
        return attribute;
    }
}
