using System.ComponentModel.DataAnnotations;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Inference.Api.Models;

/// <summary>Where graphs run; section <c>Inference</c>.</summary>
public sealed class InferenceOptions
{
    /// <value>
    /// Where the networks of image classifiers and document readers run: <c>auto</c>, on a CUDA device when there is one and on the processor
    /// otherwise; <c>cuda</c>, there or not at all; <c>cpu</c>. Default <c>auto</c>. Trees and the OCR always run on the processor.
    /// </value>
    [EnumDataType(typeof(ExecutionProvider))]
    public ExecutionProvider ExecutionProvider { get; set; } = ExecutionProvider.Auto;
}
