import { devtoolsOf } from './devtools.mjs';

/**
 * Lets tests show the page in forced colours: `executeServerCommand('forced-colours', { isActive })`. The runner's own
 * `emulateMedia` has no such switch for this launcher. Answers `isEmulated: false` where the browser cannot be told.
 */
export const forcedColours = () => ({
  name: 'forced-colours',
  async executeCommand({ command, payload, session }) {
    if (command !== 'forced-colours') return undefined;
    const protocol = await devtoolsOf(session);
    if (!protocol) return { isEmulated: false };
    const value = payload.isActive ? 'active' : 'none';
    await protocol.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    return { isEmulated: true };
  },
});
