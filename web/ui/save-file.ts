const kept = 60_000;

/** Hands bytes to the person as a file of that name, by the browser's own way to save or open one. */
export function saveFile(name: string, bytes: ArrayBuffer): void {
  // Whatever it says it is, the browser is to save it and to run nothing of it.
  const href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads it after the click.
  setTimeout(() => URL.revokeObjectURL(href), kept);
}
