using AspireMl.Bench.Statistics;

return await BenchCommand.Create().Parse(args).InvokeAsync();
