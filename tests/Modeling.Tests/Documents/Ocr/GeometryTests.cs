using System.Numerics;
using AspireMl.Modeling.Documents.Ocr.Geometry;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Modeling.Tests.Documents.Ocr;

public sealed class GeometryTests
{
    const float Near = 0.05f;

    static readonly Arbitrary<Vector2[]> Clouds = Gen.Choose(0, 400)
        .Select(value => value / 4f)
        .Two()
        .Select(pair => new Vector2(pair.Item1, pair.Item2))
        .ArrayOf()
        .Where(points => points.Length >= 3)
        .ToArbitrary();

    static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void The_hull_is_convex_and_holds_every_point() => Prop.ForAll(Clouds, points =>
    {
        var hull = ConvexHull.Of([.. points]);
        return hull.Count < 3 || Enumerable.Range(0, hull.Count).All(i =>
        {
            var (a, b) = (hull[i], hull[(i + 1) % hull.Count]);
            return points.All(point => Cross(b - a, point - a) >= -Near);
        });
    }).Check(Quick);

    [Fact]
    public void The_hull_has_only_given_points_for_corners() => Prop.ForAll(Clouds, points =>
        ConvexHull.Of([.. points]).All(corner => points.Contains(corner))).Check(Quick);

    [Fact]
    public void The_least_rectangle_holds_every_point() => Prop.ForAll(Clouds, points =>
    {
        var rectangle = MinimumAreaRectangle.Of(ConvexHull.Of([.. points]));
        return points.All(point => Holds(rectangle, point));
    }).Check(Quick);

    [Fact]
    public void The_least_rectangle_is_no_larger_than_the_upright_one() => Prop.ForAll(Clouds, points =>
    {
        var rectangle = MinimumAreaRectangle.Of(ConvexHull.Of([.. points]));
        var upright = (points.Max(p => p.X) - points.Min(p => p.X)) * (points.Max(p => p.Y) - points.Min(p => p.Y));
        return rectangle.Width * rectangle.Height <= upright + Near;
    }).Check(Quick);

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(-0.7)]
    public void The_least_rectangle_finds_a_turned_one(double angle)
    {
        var original = Rectangle((float)angle);
        var found = MinimumAreaRectangle.Of(ConvexHull.Of(Corners(original)));
        Assert.Equal(original.Width, found.Width, Near);
        Assert.Equal(original.Height, found.Height, Near);
        Assert.True(Vector2.Distance(original.Origin, found.Origin) < Near);
    }

    [Fact]
    public void Growing_moves_every_side_by_the_distance()
    {
        var grown = Rectangle(0.3f).Grow(4);
        Assert.Equal(108, grown.Width, Near);
        Assert.Equal(28, grown.Height, Near);
        Assert.True(Vector2.Distance(Rectangle(0.3f).Centre, grown.Centre) < Near);
    }

    [Fact]
    public void Turning_four_times_and_flipping_twice_change_nothing()
    {
        var rectangle = Rectangle(0.3f);
        AssertSame(rectangle, rectangle.Turn().Turn().Turn().Turn());
        AssertSame(rectangle, rectangle.Flip().Flip());
        AssertSame(rectangle.Flip(), rectangle.Turn().Turn());
    }

    [Fact]
    public void Scaling_scales_the_corners()
    {
        var scaled = Rectangle(0).Scale(2, 3);
        Assert.Equal(new Vector2(100, 90), scaled.Origin);
        Assert.Equal((200, 60), (scaled.Width, scaled.Height));
    }

    [Fact]
    public void The_bounding_box_is_cut_to_the_page()
    {
        var box = new TextRectangle(new(-5, -5), Vector2.UnitX, 200, 20).BoundingBox(100, 50);
        Assert.Equal((0, 0, 100, 15), (box.X, box.Y, box.Width, box.Height));
    }

    static TextRectangle Rectangle(float angle) => new(new(50, 30), new(MathF.Cos(angle), MathF.Sin(angle)), 100, 20);

    static Vector2[] Corners(TextRectangle r) => [r.At(0, 0), r.At(r.Width, 0), r.At(0, r.Height), r.At(r.Width, r.Height)];

    static bool Holds(TextRectangle rectangle, Vector2 point)
    {
        var (along, down) = (Vector2.Dot(point - rectangle.Origin, rectangle.Along), Vector2.Dot(point - rectangle.Origin, rectangle.Down));
        return along >= -Near && along <= rectangle.Width + Near && down >= -Near && down <= rectangle.Height + Near;
    }

    static void AssertSame(TextRectangle expected, TextRectangle actual)
    {
        Assert.True(Vector2.Distance(expected.Origin, actual.Origin) < Near);
        Assert.True(Vector2.Distance(expected.Along, actual.Along) < Near);
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
    }

    static float Cross(Vector2 a, Vector2 b) => (a.X * b.Y) - (a.Y * b.X);
}
