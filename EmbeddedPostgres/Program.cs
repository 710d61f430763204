using AspireMl.EmbeddedPostgres;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
builder.AddPostgresServer();

await builder.Build().RunAsync();
