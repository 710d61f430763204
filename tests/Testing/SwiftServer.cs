using System.Diagnostics;

namespace AspireMl.Testing;

/// <summary>
/// A real object store that speaks S3 and checks every signature: OpenStack Swift with its S3 interface, on free ports of the loopback
/// address, in a temporary folder, under an unprivileged account. It can be stopped and started again.
/// </summary>
public sealed class SwiftServer : IAsyncDisposable
{
    /// <summary>The key that opens it; the account and the user of Swift.</summary>
    public const string AccessKey = "aspireml:tests";

    static readonly string[] Stores = ["account", "container", "object"];
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-swift-").FullName;
    readonly int _port = FreePort.Next();
    readonly int _cachePort = FreePort.Next();
    readonly int[] _storePorts = [.. Stores.Select(_ => FreePort.Next())];
    readonly List<Process> _processes = [];

    SwiftServer()
    {
    }

    /// <summary>Proves the access key; generated for each server.</summary>
    public string SecretKey { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The address of the S3 interface.</summary>
    public string Endpoint => $"http://127.0.0.1:{_port}";

    /// <summary>The connection string for a bucket.</summary>
    public string ConnectionStringOf(string bucket) => $"Endpoint={Endpoint};AccessKey={AccessKey};SecretKey={SecretKey};Bucket={bucket}";

    /// <summary>Where an object of an open bucket would be read by anyone.</summary>
    public string AddressWithoutKey(string bucket, string key) => $"{Endpoint}/v1/AUTH_{AccessKey.Split(':')[0]}/{bucket}/{key}";

    /// <summary>Starts a server.</summary>
    public static async Task<SwiftServer> StartNewAsync()
    {
        if (!File.Exists("/usr/bin/swift-proxy-server") || !File.Exists("/usr/bin/memcached"))
        {
            throw new InvalidOperationException(
                "The tests of the object store need Swift; on Debian or Ubuntu install it with: sudo apt-get install swift-proxy swift-account swift-container swift-object memcached");
        }

        var server = new SwiftServer();
        try
        {
            await server.ConfigureAsync();
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server again after a stop, on the same ports and data.</summary>
    public async Task StartAsync()
    {
        _processes.Add(UnprivilegedAccount.Start("memcached", "-l", "127.0.0.1", "-p", $"{_cachePort}", "-U", "0", "-m", "16"));
        _processes.AddRange(Stores.Append("proxy").Select(part => UnprivilegedAccount.Start($"swift-{part}-server", PathOf($"{part}-server.conf"))));
        using var client = new HttpClient();
        for (var patience = Stopwatch.StartNew(); !await AnswersAsync(client); await Task.Delay(50))
        {
            if (_processes.Exists(process => process.HasExited) || patience.Elapsed > Patience)
            {
                throw new InvalidOperationException("Swift did not start.");
            }
        }
    }

    /// <summary>Kills the server with no chance to say goodbye.</summary>
    public async Task KillAsync()
    {
        foreach (var process in _processes)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        _processes.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            // The account's own listing needs every part.
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{Endpoint}/auth/v1.0") { Headers = { { "X-Auth-User", AccessKey }, { "X-Auth-Key", SecretKey } } };
            using var answer = await client.SendAsync(request);
            if (!answer.IsSuccessStatusCode)
            {
                return false;
            }

            using var listing = new HttpRequestMessage(HttpMethod.Get, answer.Headers.GetValues("X-Storage-Url").Single())
            {
                Headers = { { "X-Auth-Token", answer.Headers.GetValues("X-Auth-Token").Single() } },
            };
            using var listed = await client.SendAsync(listing);
            return listed.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    async Task ConfigureAsync()
    {
        Directory.CreateDirectory(PathOf("devices/one"));
        await File.WriteAllTextAsync(PathOf("swift.conf"), "[swift-hash]\nswift_hash_path_prefix = tests\nswift_hash_path_suffix = tests\n");
        foreach (var (store, port) in Stores.Zip(_storePorts))
        {
            await File.WriteAllTextAsync(PathOf($"{store}-server.conf"), $"{Common(port)}\n[pipeline:main]\npipeline = {store}-server\n[app:{store}-server]\nuse = egg:swift#{store}\n");
        }

        await File.WriteAllTextAsync(PathOf("proxy-server.conf"), Proxy());
        await UnprivilegedAccount.TakeAsync(_folder);
        // One interpreter for the three rings: each start of it costs more than all of them.
        var rings = string.Concat(Stores.Zip(_storePorts, (store, port) =>
            $"b=RingBuilder(4,1,0); b.add_dev(dict(region=1,zone=1,ip='127.0.0.1',port={port},device='one',weight=1)); b.rebalance(); b.get_ring().save('{PathOf($"{store}.ring.gz")}')\n"));
        using var builder = UnprivilegedAccount.Start("/usr/bin/python3", "-c", $"from swift.common.ring import RingBuilder\n{rings}");
        await builder.WaitForExitAsync();
    }

    string Common(int port) =>
        $"[DEFAULT]\nbind_ip = 127.0.0.1\nbind_port = {port}\nworkers = 0\nswift_dir = {_folder}\ndevices = {PathOf("devices")}\nmount_check = false\nlog_address = {PathOf("no-log")}\n"
        + $"user = {Environment.UserName}\n".Replace("user = root\n", "user = nobody\n", StringComparison.Ordinal);

    string Proxy()
    {
        string[] filters = ["catch_errors", "gatekeeper", "cache", "listing_formats", "bulk", "s3api", "tempauth", "slo", "dlo", "versioned_writes", "symlink"];
        return $"""
            {Common(_port)}
            [pipeline:main]
            pipeline = {string.Join(' ', filters)} proxy-server
            [app:proxy-server]
            use = egg:swift#proxy
            account_autocreate = true

            """ + string.Concat(filters.Select(filter => $"[filter:{filter}]\nuse = egg:swift#{(filter == "cache" ? "memcache" : filter)}\n{filter switch
            {
                "cache" => $"memcache_servers = 127.0.0.1:{_cachePort}\n",
                "tempauth" => $"user_{AccessKey.Replace(':', '_')} = {SecretKey} .admin\n",
                _ => "",
            }}"));
    }

    string PathOf(string name) => Path.Combine(_folder, name);
}
