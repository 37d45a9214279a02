import { devtoolsOf } from './devtools.mjs';

/** The session by which a page was told, for as long as its colours are forced: they go with it. */
const told = new Map();

/**
 * Lets tests show the page in forced colours: `executeServerCommand('forced-colours', { isActive })`. The runner's own
 * `emulateMedia` has no such switch for this launcher. Answers `isEmulated: false` where the browser cannot be told.
 */
export const forcedColours = () => ({
  name: 'forced-colours',
  async executeCommand({ command, payload, session }) {
    if (command !== 'forced-colours') return undefined;
    const protocol = told.get(session.id) ?? (await devtoolsOf(session));
    if (!protocol) return { isEmulated: false };
    if (payload.isActive) {
      told.set(session.id, protocol);
      await protocol.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    } else {
      told.delete(session.id);
      await protocol.detach();
    }
    return { isEmulated: true };
  },
});
