namespace Aspire.Hosting.Orchestration;

/// <summary>Values that differ from one start of a resource to the next, filled in when its process starts.</summary>
internal static class Templates
{
    public const string InstanceId = "{{- index .Annotations \"otel-service-instance-id\" -}}";
    public const string ServiceName = "{{- index .Annotations \"otel-service-name\" -}}";

    public static string Fill(string value, string name, string instance) => value.Replace(InstanceId, instance).Replace(ServiceName, name);
}
