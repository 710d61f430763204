using AspireMl.Modeling.Onnx;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Models;

/// <summary>Stops a start that asks for CUDA where there is none.</summary>
sealed class InferenceOptionsCheck : IValidateOptions<InferenceOptions>
{
    public ValidateOptionsResult Validate(string? name, InferenceOptions options) =>
        options.ExecutionProvider == ExecutionProvider.Cuda && !OnnxSession.HasCuda
            ? ValidateOptionsResult.Fail("Inference:ExecutionProvider is cuda, but ONNX Runtime finds no CUDA device here; set it to auto or cpu.")
            : ValidateOptionsResult.Success;
}
