// Gives the person a file that the page has made.
export async function save(name, type, content) {
  const url = URL.createObjectURL(new Blob([await content.arrayBuffer()], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun with a copy of its own by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
