/**
 * Lets tests show the page in forced colours: `executeServerCommand('forced-colours', { isActive })`. The runner's own
 * `emulateMedia` has no such switch for this launcher. Answers false where the browser cannot be told.
 */
export const forcedColours = () => ({
  name: 'forced-colours',
  async executeCommand({ command, payload, session }) {
    if (command !== 'forced-colours') return undefined;
    const page = session.browser.getPage?.(session.id);
    if (!page?.createCDPSession) return { isEmulated: false };
    const protocol = await page.createCDPSession();
    const value = payload.isActive ? 'active' : 'none';
    await protocol.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    return { isEmulated: true };
  },
});
