using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>Opens the OCR's networks with the settings they share.</summary>
internal static class OrtSessions
{
    /// <param name="model">The network.</param>
    /// <param name="threads">Threads of one run.</param>
    internal static InferenceSession Open(byte[] model, int threads)
    {
        // Page and line sizes vary, so arenas and memory patterns would only grow.
        using var settings = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            EnableCpuMemArena = false,
            EnableMemoryPattern = false,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        settings.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new InferenceSession(model, settings);
    }
}
