using AspireMl.Bench.Tabular;

return await BenchCommand.Create().Parse(args).InvokeAsync();
