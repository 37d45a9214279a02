/** Long enough for any browser to have begun, also where it asks where to put the file. */
const KEPT_MS = 60_000;

/** Lets the browser save a text as a file. To be called in a gesture of the user. */
export function saveText(name: string, mediaType: 'text/plain' | 'text/vtt', text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, KEPT_MS);
}
