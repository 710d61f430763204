// Blazor tells the state of the connection by the dialog's class.
const dialog = document.getElementById("components-reconnect-modal");
const prefix = "components-reconnect-";

new MutationObserver(() => {
  const state = [...dialog.classList].find(name => name.startsWith(prefix))?.slice(prefix.length) ?? "hide";
  if (state === "hide") dialog.close();
  else if (!dialog.open) dialog.showModal();
}).observe(dialog, { attributeFilter: ["class"] });

dialog.addEventListener("click", async event => {
  const action = event.target.closest("[data-reconnect]")?.dataset.reconnect;
  if (action === "reload") location.reload();
  if (action === "retry" && !(await Blazor.reconnect())) location.reload();
});
