using System.ComponentModel.DataAnnotations;

namespace AspireMl.Modeling.Onnx;

/// <summary>Where a graph runs.</summary>
public enum ExecutionProvider
{
    /// <summary>On a CUDA device when ONNX Runtime finds one, else on the processor.</summary>
    Auto,

    /// <summary>On the processor.</summary>
    Cpu,

    /// <summary>On a CUDA device; opening a graph fails where there is none.</summary>
    Cuda,
}

/// <summary>How graphs are run.</summary>
public sealed class OnnxOptions
{
    /// <value>Threads within one operator. Default 1, from 1 to 256: requests run beside each other instead.</value>
    [Range(1, 256)]
    public int Threads { get; set; } = 1;

    /// <value>
    /// Keeps memory between runs. Default true; false for graphs whose inputs vary in size, which would only make it grow.
    /// </value>
    public bool KeepMemory { get; set; } = true;

    /// <value>Where graphs run. Default <see cref="ExecutionProvider.Auto"/>.</value>
    [EnumDataType(typeof(ExecutionProvider))]
    public ExecutionProvider Provider { get; set; } = ExecutionProvider.Auto;
}
