// After an answer: shows it, and puts the cursor back where there is a keyboard. On a phone that would cover the page.
export function settle(root) {
  root.querySelector(".answer.is-current")?.scrollIntoView({ block: "nearest" });
  if (matchMedia("(pointer: fine)").matches) root.querySelector("#question")?.focus({ preventScroll: true });
}

// Brings the first mark into the middle of the page view, without moving the rest of the window.
export function showMark(view) {
  const mark = view?.querySelector("[data-mark]");
  if (!mark) return;
  const outer = view.getBoundingClientRect();
  const inner = mark.getBoundingClientRect();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  view.scrollBy({
    top: inner.top + inner.height / 2 - outer.top - outer.height / 2,
    left: inner.left + inner.width / 2 - outer.left - outer.width / 2,
    behavior: calm ? "instant" : "smooth",
  });
}
