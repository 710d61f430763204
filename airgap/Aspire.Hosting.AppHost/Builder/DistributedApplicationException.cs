namespace Aspire.Hosting;

public class DistributedApplicationException(string message) : Exception(message);
