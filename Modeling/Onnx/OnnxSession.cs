using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Onnx;

/// <summary>Opens graphs. Every pipeline's sessions come from here, so that they run under the same options.</summary>
public static class OnnxSession
{
    static readonly Lazy<bool> Cuda = new(FindCuda);

    static OnnxSession() => OnnxTelemetry.SwitchOff();

    /// <summary>Whether ONNX Runtime can run graphs on a CUDA device of this machine.</summary>
    public static bool HasCuda => Cuda.Value;

    /// <summary>Opens a graph's file. Data that the graph keeps in other files must lie beside it.</summary>
    /// <param name="path">The <c>.onnx</c> file.</param>
    /// <param name="options">How it runs; the defaults when null.</param>
    /// <exception cref="OnnxRuntimeException">The file is not a graph that this version of ONNX Runtime runs.</exception>
    public static InferenceSession Open(string path, OnnxOptions? options = null)
    {
        using var session = Options(options ?? new());
        return new(path, session);
    }

    /// <summary>Opens a graph in memory.</summary>
    /// <param name="graph">The bytes of an <c>.onnx</c> file.</param>
    /// <param name="options">How it runs; the defaults when null.</param>
    /// <param name="dataFolder">The folder of the data that the graph keeps in other files; null when it keeps none.</param>
    /// <exception cref="OnnxRuntimeException">The bytes are not a graph that this version of ONNX Runtime runs.</exception>
    public static InferenceSession Open(byte[] graph, OnnxOptions? options = null, string? dataFolder = null)
    {
        using var session = Options(options ?? new());
        if (dataFolder is not null)
        {
            session.AddSessionConfigEntry("session.model_external_initializers_file_folder_path", dataFolder);
        }

        return new(graph, session);
    }

    static SessionOptions Options(OnnxOptions options)
    {
        var session = new SessionOptions
        {
            IntraOpNumThreads = options.Threads,
            InterOpNumThreads = 1,
            EnableCpuMemArena = options.KeepMemory,
            EnableMemoryPattern = options.KeepMemory,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        // Idle threads must not spin: the processor is shared with other sessions, the database and the web server.
        session.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        if (options.Provider == ExecutionProvider.Cuda)
        {
            session.AppendExecutionProvider_CUDA();
        }
        else if (options.Provider == ExecutionProvider.Auto)
        {
            TryCuda(session);
        }

        return session;
    }

    static bool TryCuda(SessionOptions session)
    {
        try
        {
            session.AppendExecutionProvider_CUDA();
            return true;
        }
        catch (EntryPointNotFoundException)
        {
            // A build of ONNX Runtime for the processor only: it runs there.
            return false;
        }
        catch (OnnxRuntimeException)
        {
            // A build with CUDA on a machine without it.
            return false;
        }
    }

    static bool FindCuda()
    {
        using var session = new SessionOptions();
        return TryCuda(session);
    }
}
