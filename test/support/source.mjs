import { runnerImport } from 'vite';
import { join } from 'node:path';
import { root } from '../../tools/files.mjs';

/** A module of src/ that is no entry of the package; the build keeps of such only what the entries use. */
export const source = async (path) => (await runnerImport(join(root, 'src', path), { configFile: false })).module;
