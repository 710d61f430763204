using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>What people do with mouse and keyboard that takes more than one call.</summary>
internal static class Gestures
{
    /// <summary>Drops a file onto the window, as a file manager would, once the page shows that it would take it.</summary>
    public static Task DropAsync(this Visitor visitor, string path, string name, string type) => visitor.DropAsync([(path, name)], type);

    /// <summary>Drops several files at once, each under its own name with its number in front.</summary>
    public static Task DropAsync(this Visitor visitor, string[] paths, string type) =>
        visitor.DropAsync([.. paths.Select((path, number) => (path, $"{number}-{Path.GetFileName(path)}"))], type);

    static async Task DropAsync(this Visitor visitor, (string Path, string Name)[] files, string type)
    {
        await visitor.UntilFilesAreTakenAsync();
        string[][] contents = [.. files.Select(file => new[] { Convert.ToBase64String(File.ReadAllBytes(file.Path)), file.Name })];
        await visitor.Page.EvaluateAsync(
            """
            ([contents, type]) => {
              const dataTransfer = new DataTransfer();
              for (const [content, name] of contents) {
                const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
                dataTransfer.items.add(new File([bytes], name, { type }));
              }
              document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
            }
            """,
            new object[] { contents, type });
    }

    /// <summary>Waits until the page takes images: it says so while one is held over it.</summary>
    public static Task UntilFilesAreTakenAsync(this Visitor visitor) => visitor.Page.WaitForFunctionAsync(
        """
        () => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([], "held"));
          document.body.dispatchEvent(new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer }));
          const taken = document.querySelector(".is-dragging") !== null;
          window.dispatchEvent(new DragEvent("dragleave"));
          return taken;
        }
        """);

    /// <summary>Chooses a file in a field of Blazor's, once that listens.</summary>
    public static async Task ChooseAsync(this Visitor visitor, string label, string name, string type, byte[] content)
    {
        var field = visitor.Page.GetByLabel(label);
        await field.WaitForAsync();
        await visitor.Page.WaitForFunctionAsync("field => field._blazorInputFileNextFileId !== undefined", await field.ElementHandleAsync());
        await field.SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = content });
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
