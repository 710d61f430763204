using AspireMl.Bench.Transfer;

return await BenchCommand.Create().Parse(args).InvokeAsync();
