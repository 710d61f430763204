using System.Runtime.InteropServices;

namespace NetVips;

public class VipsException : Exception
{
    public VipsException()
    {
    }

    /// <summary>The message is followed by what libvips itself reported.</summary>
    public VipsException(string message)
        : base(message + Environment.NewLine + Reported())
    {
    }

    public VipsException(string message, Exception inner)
        : base(message + Environment.NewLine + Reported(), inner)
    {
    }

    static string Reported()
    {
        var text = Interop.ErrorBufferCopy();
        try
        {
            return Marshal.PtrToStringUTF8(text)?.Trim() ?? string.Empty;
        }
        finally
        {
            Interop.Free(text);
        }
    }
}
