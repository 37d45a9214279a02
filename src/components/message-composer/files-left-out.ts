/**
 * How many files come with what is pasted or dropped and would be left out. None where they are another form of the text
 * that comes along, such as a picture of cells.
 */
export function filesLeftOut(transfer: DataTransfer | null): number {
  if (!transfer || transfer.files.length === 0) return 0;
  const html = transfer.getData('text/html');
  const names = Array.from(transfer.files, ({ name }) => name);
  const isName = (line: string): boolean => line.trim() === '' || names.some((name) => line.trim().endsWith(name));
  const text = transfer.getData('text/plain');
  const isText = text.trim() === '' ? html !== '' && !/<img\b/i.test(html) : !text.split('\n').every(isName);
  return isText ? 0 : names.length;
}
