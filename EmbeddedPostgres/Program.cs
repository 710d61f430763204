using AspireMl.EmbeddedPostgres;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter("Microsoft.Hosting", LogLevel.Warning);
builder.AddPostgresServer();

await builder.Build().RunAsync();
