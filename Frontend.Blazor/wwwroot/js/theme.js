// Runs before the first paint, so a chosen theme never flashes the other one.
(() => {
  const key = "aspireml-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;

  const read = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const write = theme => { try { theme ? localStorage.setItem(key, theme) : localStorage.removeItem(key); } catch { /* private mode: this visit only */ } };
  const systemTheme = () => system.matches ? "dark" : "light";
  const apply = chosen => {
    root.dataset.theme = chosen ?? systemTheme();
    document.dispatchEvent(new CustomEvent("themechange"));
  };

  apply(read());
  system.addEventListener("change", () => apply(read()));
  document.addEventListener("click", event => {
    if (!event.target.closest?.("[data-theme-toggle]")) return;
    const wanted = root.dataset.theme === "dark" ? "light" : "dark";
    // A choice that equals the system's is no choice: the page follows the system again.
    const chosen = wanted === systemTheme() ? null : wanted;
    write(chosen);
    apply(chosen);
  });
})();
