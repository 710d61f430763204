using AspireMl.Contracts.Documents;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AspireMl.Frontend.Blazor.Documents;

/// <summary>Lays the words that the OCR read over a page, each in its box.</summary>
public sealed class WordLayer : ComponentBase
{
    IReadOnlyList<OcrWord>? _drawn;

    /// <summary>The words, with boxes in the page's pixels.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<OcrWord> Words { get; set; } = [];

    // A page may have 3,000 words; they are drawn again only when they are others.
    /// <inheritdoc/>
    protected override bool ShouldRender() => !ReferenceEquals(_drawn, Words);

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        _drawn = Words;
        builder.OpenElement(0, "g");
        builder.AddAttribute(1, "class", "words");
        foreach (var word in Words)
        {
            Box(builder, word.Box);
            Text(builder, word);
        }

        builder.CloseElement();
    }

    static void Box(RenderTreeBuilder builder, Box box)
    {
        builder.OpenElement(2, "rect");
        builder.AddAttribute(3, "class", "word-box");
        builder.AddAttribute(4, "x", Number(box.X));
        builder.AddAttribute(5, "y", Number(box.Y));
        builder.AddAttribute(6, "width", Number(box.Width));
        builder.AddAttribute(7, "height", Number(box.Height));
        builder.CloseElement();
    }

    static void Text(RenderTreeBuilder builder, OcrWord word)
    {
        // 0.8 of the height puts the base line where capitals fill the box.
        builder.OpenElement(8, "text");
        builder.AddAttribute(9, "class", "word-text");
        builder.AddAttribute(10, "x", Number(word.Box.X));
        builder.AddAttribute(11, "y", Number(word.Box.Y + word.Box.Height * 0.8f));
        builder.AddAttribute(12, "font-size", Number(word.Box.Height * 0.82f));
        builder.AddAttribute(13, "textLength", Number(word.Box.Width));
        builder.AddAttribute(14, "lengthAdjust", "spacingAndGlyphs");
        builder.AddContent(15, word.Text);
        builder.CloseElement();
    }

    static string Number(float value) => value.ToString("0.##");
}
