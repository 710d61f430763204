namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>What people do with mouse and keyboard that takes more than one call.</summary>
internal static class Gestures
{
    /// <summary>Drops a file onto the window, as a file manager would.</summary>
    public static async Task DropAsync(this Visitor visitor, string path, string name, string type)
    {
        var content = Convert.ToBase64String(await File.ReadAllBytesAsync(path));
        await visitor.Page.EvaluateAsync(
            """
            ([content, name, type]) => {
              const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([bytes], name, { type }));
              for (const kind of ["dragover", "drop"])
                document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
            }
            """,
            new[] { content, name, type });
    }

    /// <summary>Presses Tab until an element has the focus, which must be visible there.</summary>
    public static async Task TabToAsync(this Visitor visitor, string selector)
    {
        for (var steps = 0; steps < 60; steps++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            if (await visitor.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                Assert.NotEqual("none", await visitor.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
                return;
            }
        }

        Assert.Fail($"Tab does not lead to {selector}.");
    }
}
