using System.Diagnostics;
using AspireMl.Modeling.Decoding;

namespace AspireMl.Modeling.Tests.Decoding;

public sealed class FuzzTests
{
    static readonly TimeSpan Budget = TimeSpan.FromSeconds(4);

    [Fact]
    public void Decode_answers_every_mutation_with_pages_or_a_rejection()
    {
        using var decoder = new ImageDecoder(new DecodeOptions { MaxPixels = 1_000_000, MaxTotalPixels = 2_000_000 });
        byte[][] seeds =
        [
            TestImages.Jpeg(), TestImages.CmykJpeg(), TestImages.Png(), TestImages.SixteenBitPng(), TestImages.Tiff(2),
            TestImages.Encode(64, 48, ".webp"), TestImages.OrientedJpeg(6), TestImages.AnimatedWebP(),
        ];
        var random = new Random(20261121);
        var (decoded, rejected) = (0, 0);
        for (var start = Stopwatch.StartNew(); start.Elapsed < Budget;)
        {
            try
            {
                foreach (var page in decoder.Decode(Mutate(seeds[random.Next(seeds.Length)], random)))
                {
                    decoded++;
                    page.Dispose();
                }
            }
            catch (ImageRejectedException)
            {
                rejected++;
            }
        }

        Assert.True(decoded > 0 && rejected > 0, $"{decoded} decoded, {rejected} rejected: the mutations are too strong or too weak.");
    }

    static byte[] Mutate(byte[] seed, Random random)
    {
        var file = (byte[])seed.Clone();
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            var at = random.Next(file.Length);
            switch (random.Next(4))
            {
                case 0:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    file[at] = (byte)random.Next(256);
                    break;
                case 2:
                    random.NextBytes(file.AsSpan(at, Math.Min(8, file.Length - at)));
                    break;
                default:
                    file = file[..Math.Max(12, at)];
                    break;
            }
        }

        return file;
    }
}
