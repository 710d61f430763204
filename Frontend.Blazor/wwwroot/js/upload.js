// Takes images that were chosen, dropped or pasted, shows them at once and sends them over plain HTTP. Where the page's
// field takes one image, another ends what is under way; where it takes many, they are sent one after another.
const displayable = ["image/jpeg", "image/png", "image/webp"];
let lastKey = 0;
let lastPreview = null;

async function preview(file, many) {
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
  if (many) return url;
  if (lastPreview) URL.revokeObjectURL(lastPreview);
  return lastPreview = url;
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
  const takesMany = () => root.querySelector("input[type=file]")?.multiple ?? false;
  let current = null;
  let queue = Promise.resolve();

  function takeAll(files) {
    if (takesMany()) for (const file of files) queue = queue.then(() => ended.signal.aborted || take(file, true));
    else if (files[0]) take(files[0], false);
  }

  async function take(file, many) {
    current?.abort();
    const mine = current = new AbortController();
    const key = ++lastKey;
    if (file.size > maxBytes) {
      const name = many ? `${file.name}: ` : "";
      await page.invokeMethodAsync("OnRefused", key, `${name}This image is larger than ${maxBytes / 1e6} MB. Scan it at a lower resolution or save it as JPEG.`);
      return;
    }
    await page.invokeMethodAsync("OnBegun", key, file.name || "Pasted image", await preview(file, many));
    let last = 0;
    const progress = percent => {
      if (mine.signal.aborted || percent < last + 10) return;
      last = percent;
      page.invokeMethodAsync("OnProgress", key, percent);
    };
    try {
      const receipt = await send(file, { url, token }, progress, mine.signal);
      if (!mine.signal.aborted) await page.invokeMethodAsync("OnArrived", key, receipt.id);
    } catch (error) {
      if (error.name !== "AbortError") await page.invokeMethodAsync("OnRefused", key, error.message);
    }
  }

  const listen = (target, type, handler) => target.addEventListener(type, handler, { signal: ended.signal });
  const hasFiles = event => event.dataTransfer?.types.includes("Files");

  listen(root, "change", event => {
    if (!event.target.matches("input[type=file]") || !event.target.files.length) return;
    takeAll([...event.target.files]);
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
    takeAll([...event.dataTransfer.files]);
  });
  listen(window, "paste", event => {
    takeAll([...(event.clipboardData?.files ?? [])].filter(item => item.type.startsWith("image/")));
  });

  return { release: urls => urls.forEach(url => URL.revokeObjectURL(url)), detach: () => { ended.abort(); current?.abort(); } };
}
