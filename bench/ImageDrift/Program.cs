using AspireMl.Bench.ImageDrift;

return await BenchCommand.Create().Parse(args).InvokeAsync();
