// What the other engines are without where they cannot be had: a reason each, and nothing fails.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../tools/engines.mjs', import.meta.url));
const OFFLINE = '#!/bin/sh\necho "Err: deb.example" >&2\necho "E: Unable to fetch some archives" >&2\nexit 100\n';
const ONLY_FIREFOX = '#!/bin/sh\ncase "$*" in *webkit*) echo "E: Unable to locate package" >&2; exit 100;; esac\n';
const isDebianRoot = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;

describe('engines that are not there', () => {
  const folders = [];
  after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  /** What is found where `apt-get` is this, or is not there at all; `grep` tells Ubuntu from Debian. */
  function found(apt) {
    const folder = mkdtempSync(join(tmpdir(), 'engines-'));
    folders.push(folder);
    const programs = { grep: '#!/bin/sh\nexit 1\n', ...(apt && { 'apt-get': apt }) };
    for (const [name, text] of Object.entries(programs)) {
      writeFileSync(join(folder, name), text);
      chmodSync(join(folder, name), 0o755);
    }
    const env = { PATH: [folder, join(folder, 'nothing')].join(delimiter) };
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout);
  }

  it('have a reason each without a network, the one that the package manager gives', () => {
    const { firefox, webkit } = found(OFFLINE);
    assert.match(firefox, /^firefox-esr: ./);
    assert.match(webkit, /^webkit2gtk-driver, xvfb: ./);
    if (!isDebianRoot) return;
    assert.match(firefox, /Unable to fetch some archives/);
    assert.match(webkit, /Unable to fetch some archives/);
  });

  it('have a reason each without a package manager', () => {
    const { firefox, webkit } = found();
    assert.match(firefox, /^firefox-esr: .*\w/);
    assert.doesNotMatch(firefox, /failed\. $/);
    assert.doesNotMatch(webkit, /failed\. $/);
  });

  it('are installed by themselves: what one lacks is not said of the other', () => {
    const { firefox, webkit } = found(ONLY_FIREFOX);
    assert.doesNotMatch(firefox, /webkit|locate/);
    if (isDebianRoot) assert.match(webkit, /Unable to locate package/);
  });
});
