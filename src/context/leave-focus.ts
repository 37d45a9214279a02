/** Before a button goes with what it was pressed for: focus to the nearest around it that can have it, else to its host. */
export function leaveFocus({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement;
  const { host } = button.getRootNode() as ShadowRoot;
  let heir: Element | undefined = button;
  do heir = heir.parentElement ?? (heir.getRootNode() as Partial<ShadowRoot>).host;
  while (heir && !heir.hasAttribute('tabindex'));
  if (!heir) host.setAttribute('tabindex', '-1');
  ((heir ?? host) as HTMLElement).focus();
}
