// Takes an image that was chosen, dropped or pasted, shows it at once and sends it over plain HTTP.
const displayable = ["image/jpeg", "image/png", "image/webp"];
let previewUrl = null;

async function preview(file) {
  if (!displayable.includes(file.type)) return null;
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    URL.revokeObjectURL(url);
    return null;
  }
  if (previewUrl) URL.revokeObjectURL(previewUrl);
  return previewUrl = url;
}

const sentenceOf = request => {
  try {
    const problem = JSON.parse(request.responseText);
    return problem.detail ?? problem.title;
  } catch {
    return request.status === 413 ? "This image is too large." : "The image could not be sent. Try again.";
  }
};

const send = (file, options, onProgress, signal) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("POST", options.url);
  request.setRequestHeader("RequestVerificationToken", options.token());
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.responseType = "text";
  request.upload.onprogress = event => onProgress(Math.floor(100 * event.loaded / Math.max(1, event.total)));
  request.onload = () => request.status === 200 ? resolve(JSON.parse(request.responseText)) : reject(new Error(sentenceOf(request)));
  request.onerror = () => reject(new Error("The image could not be sent. Check the connection and try again."));
  request.onabort = () => reject(new DOMException("Aborted", "AbortError"));
  signal.addEventListener("abort", () => request.abort());
  request.send(file);
});

export function attach(root, page, url, maxBytes) {
  const ended = new AbortController();
  const token = () => root.querySelector("input[name=__RequestVerificationToken]")?.value ?? "";
  let current = null;

  async function take(file) {
    current?.abort();
    const mine = current = new AbortController();
    if (file.size > maxBytes) {
      await page.invokeMethodAsync("OnRefused", `This image is larger than ${maxBytes / 1e6} MB. Scan it at a lower resolution or save it as JPEG.`);
      return;
    }
    await page.invokeMethodAsync("OnBegun", file.name || "Pasted image", await preview(file));
    let last = 0;
    const progress = percent => {
      if (mine.signal.aborted || percent < last + 10) return;
      last = percent;
      page.invokeMethodAsync("OnProgress", percent);
    };
    try {
      const receipt = await send(file, { url, token }, progress, mine.signal);
      if (!mine.signal.aborted) await page.invokeMethodAsync("OnArrived", receipt.id);
    } catch (error) {
      if (error.name !== "AbortError") await page.invokeMethodAsync("OnRefused", error.message);
    }
  }

  const listen = (target, type, handler) => target.addEventListener(type, handler, { signal: ended.signal });
  const hasFiles = event => event.dataTransfer?.types.includes("Files");

  listen(root, "change", event => {
    const file = event.target.matches("input[type=file]") && event.target.files[0];
    if (!file) return;
    take(file);
    event.target.value = "";
  });
  listen(window, "dragover", event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    root.classList.add("is-dragging");
  });
  listen(window, "dragleave", event => { if (!event.relatedTarget) root.classList.remove("is-dragging"); });
  listen(window, "drop", event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    root.classList.remove("is-dragging");
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
  listen(window, "paste", event => {
    const file = [...(event.clipboardData?.files ?? [])].find(item => item.type.startsWith("image/"));
    if (file) take(file);
  });

  return { detach: () => { ended.abort(); current?.abort(); } };
}
