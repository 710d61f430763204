using System.Net;

namespace AspireMl.Inference.Api.Tests.Models.Registry;

/// <summary>A body whose second half is sent when it is let go.</summary>
sealed class SlowContent : HttpContent
{
    readonly byte[] _body;
    readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    SlowContent(byte[] body) => _body = body;

    /// <summary>The same body as another's.</summary>
    public static async Task<SlowContent> OfAsync(HttpContent content)
    {
        var slow = new SlowContent(await content.ReadAsByteArrayAsync());
        slow.Headers.ContentType = content.Headers.ContentType;
        return slow;
    }

    public void LetGo() => _letGo.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var half = _body.Length / 2;
        await stream.WriteAsync(_body.AsMemory(0, half));
        await stream.FlushAsync();
        await _letGo.Task;
        await stream.WriteAsync(_body.AsMemory(half));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
