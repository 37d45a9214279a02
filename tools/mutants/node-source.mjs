// Stands in for test/support/source.mjs: the same modules, with their switches.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../files.mjs';
import { switches } from './switched.mjs';

const mutations = JSON.parse(readFileSync(join(process.env.MUTANTS_BUILD, 'mutations.json'), 'utf8'));

export const source = async (path) =>
  (await runnerImport(join(root, 'src', path), { configFile: false, plugins: [switches(mutations)] })).module;
