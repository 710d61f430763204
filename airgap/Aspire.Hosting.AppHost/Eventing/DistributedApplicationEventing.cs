using System.Collections.Concurrent;

namespace Aspire.Hosting.Eventing;

internal sealed class DistributedApplicationEventing : IDistributedApplicationEventing
{
    readonly ConcurrentQueue<(Type Event, IResource? Resource, DistributedApplicationEventSubscription Subscription)> _subscriptions = new();

    public DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationEvent => Add(null, callback);

    public DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationResourceEvent => Add(resource, callback);

    public async Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent
    {
        var resource = (@event as IDistributedApplicationResourceEvent)?.Resource;
        foreach (var (type, only, subscription) in _subscriptions)
        {
            if (type == typeof(T) && (only is null || ReferenceEquals(only, resource)))
            {
                await subscription.Callback(@event, cancellationToken);
            }
        }
    }

    DistributedApplicationEventSubscription Add<T>(IResource? resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationEvent
    {
        var subscription = new DistributedApplicationEventSubscription((@event, cancellation) => callback((T)@event, cancellation));
        _subscriptions.Enqueue((typeof(T), resource, subscription));
        return subscription;
    }
}
