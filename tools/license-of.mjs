/** The titles that licences of code begin with, and their names in SPDX's list, https://spdx.org/licenses/. */
const TITLES = [
  [/^(?:the )?mit license/i, 'MIT'],
  [/^(?:the )?isc license/i, 'ISC'],
  [/^(?:the )?(?:3-clause bsd|bsd 3-clause)/i, 'BSD-3-Clause'],
  [/^(?:the )?(?:2-clause bsd|bsd 2-clause)/i, 'BSD-2-Clause'],
  [/^apache license\s+version 2\.0/i, 'Apache-2.0'],
  [/^mozilla public license,? version 2\.0/i, 'MPL-2.0'],
  [/^european union public licence\s+v\. 1\.2/i, 'EUPL-1.2'],
];

/** What npm wants in `license`, for the file of that name with this text; undefined where there is no file. */
export function licenseOf(file, text) {
  if (file === undefined) return 'UNLICENSED';
  const start = text.replace(/^[#\s]+/, '').replaceAll(/\s+/g, ' ');
  return TITLES.find(([title]) => title.test(start))?.[1] ?? `SEE LICENSE IN ${file}`;
}
