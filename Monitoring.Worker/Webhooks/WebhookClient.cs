using System.Globalization;
using System.Net.Mime;
using System.Text;
using AspireMl.Contracts.Monitoring;
using AspireMl.Storage.Monitoring;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Webhooks;

/// <summary>Posts one delivery once.</summary>
sealed class WebhookClient(IHttpClientFactory clients, TimeProvider time, IOptions<WebhookOptions> options)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Name = "webhooks";

    /// <returns>Null when it was accepted, else why not.</returns>
    public async Task<string?> PostAsync(WebhookDelivery delivery, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.Value.Timeout);
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = new StringContent(delivery.Body, Encoding.UTF8, MediaTypeNames.Application.Json) };
        var (id, timestamp) = (delivery.DeliveryId.ToString(), time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.Id, id);
        request.Headers.Add(WebhookSignature.Timestamp, timestamp);
        request.Headers.Add(WebhookSignature.Signature, WebhookSignature.Of(id, timestamp, delivery.Body, delivery.Secret ?? ""));
        try
        {
            using var client = clients.CreateClient(Name);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return response.IsSuccessStatusCode ? null : $"The receiver answered with status {(int)response.StatusCode}.";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"The receiver did not answer within {options.Value.Timeout.TotalSeconds:0} seconds.";
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Resilience handlers in front of the transport have exceptions of their own, all of them meaning this.
            return $"The receiver cannot be reached: {failure.Message}";
        }
    }
}
