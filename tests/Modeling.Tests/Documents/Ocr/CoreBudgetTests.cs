using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Tests.Documents.Ocr;

public sealed class CoreBudgetTests
{
    [Fact]
    public void Shares_never_exceed_the_threads()
    {
        var budget = new CoreBudget(3);
        var (used, most) = (0, 0);
        var gate = new Lock();
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index =>
        {
            var wanted = index % 10 == 0 ? 3 : 1;
            using var share = budget.Take(wanted);
            lock (gate)
            {
                used += wanted;
                most = Math.Max(most, used);
            }

            Thread.Yield();
            lock (gate)
            {
                used -= wanted;
            }
        });

        Assert.InRange(most, 1, 3);
    }
}
