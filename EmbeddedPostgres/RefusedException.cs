namespace AspireMl.EmbeddedPostgres;

/// <summary>The server cannot start until a person changes something; the message says what. Starting again is no use.</summary>
internal sealed class RefusedException(string message) : Exception(message)
{
    /// <summary>The exit status of a refusal, EX_CONFIG of sysexits.h.</summary>
    public const int ExitCode = 78;
}
