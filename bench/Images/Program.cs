using AspireMl.Bench.Images;

return await BenchCommand.Create().Parse(args).InvokeAsync();
