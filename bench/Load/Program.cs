using AspireMl.Bench.Load;

return await BenchCommand.Create().Parse(args).InvokeAsync();
