/**
 * Puts a text on the clipboard. Answers false where the browser does not let it: a page without a secure context, a
 * frame without the permission, a page that is not in front. To be called in a gesture of the user.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
