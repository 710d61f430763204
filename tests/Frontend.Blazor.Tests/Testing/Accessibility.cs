using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>Looks over a page for what people with a keyboard, a screen reader or weak eyes would stumble on.</summary>
internal static class Accessibility
{
    /// <summary>One line a fault; none is good.</summary>
    public static async Task<string[]> FaultsAsync(IPage page) => await page.EvaluateAsync<string[]>(Script);

    const string Script = """
        () => {
          const faults = [];
          const describe = element => `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className} "${(element.textContent ?? "").trim().slice(0, 40)}"`;
          const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

          // Names
          for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea, progress"))
            if (shown(field) && !field.labels?.length && !field.getAttribute("aria-label")) faults.push(`no label: ${describe(field)}`);
          for (const image of document.querySelectorAll("img"))
            if (!image.hasAttribute("alt")) faults.push(`no alt: ${image.src}`);
          for (const control of document.querySelectorAll("button, a[href], summary"))
            if (shown(control) && !control.textContent.trim() && !control.getAttribute("aria-label")) faults.push(`no name: ${control.outerHTML.slice(0, 80)}`);

          // Structure
          if (document.querySelectorAll("h1").length !== 1) faults.push("not exactly one h1");
          if (!document.documentElement.lang) faults.push("no language");
          let level = 0;
          for (const heading of document.querySelectorAll("main :is(h1, h2, h3, h4)")) {
            if (!shown(heading)) continue;
            const now = Number(heading.tagName[1]);
            if (level && now > level + 1) faults.push(`heading skips a level: ${describe(heading)}`);
            level = now;
          }
          const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
          for (const id of new Set(ids)) if (ids.filter(other => other === id).length > 1) faults.push(`id twice: ${id}`);

          // Size of what is touched: 24 pixels at least, text links in a line excepted
          for (const control of document.querySelectorAll("button, input:not([type=file]), select")) {
            const box = control.getBoundingClientRect();
            if (shown(control) && box.width && (box.height < 24 || box.width < 24)) faults.push(`too small: ${describe(control)}`);
          }

          // Contrast: 4.5, or 3 for large text
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const parse = colour => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
            return [r, g, b, a / 255];
          };
          const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
          const backgroundOf = element => {
            const layers = [];
            for (let at = element; at; at = at.parentElement) {
              const layer = parse(getComputedStyle(at).backgroundColor);
              layers.push(layer);
              if (layer[3] === 1) break;
            }
            return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255, 1]);
          };
          const luminance = colour => {
            const [r, g, b] = colour.map(value => value / 255).map(value => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
          };
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text; text = texts.nextNode();) {
            const element = text.parentElement;
            if (!text.data.trim() || element.closest("svg, script, option, .visually-hidden, :disabled") || !shown(element)) continue;
            const style = getComputedStyle(element);
            const background = backgroundOf(element);
            const [high, low] = [luminance(over(parse(style.color), background)), luminance(background)].sort((a, b) => b - a);
            const ratio = (high + .05) / (low + .05);
            const size = parseFloat(style.fontSize);
            const large = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
            if (ratio < (large ? 3 : 4.5)) faults.push(`contrast ${ratio.toFixed(2)}: ${describe(element)}`);
          }
          return faults;
        }
        """;
}
