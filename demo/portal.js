import 'my-sessions/define';
import { openPage } from './gateway.js';

const { source, speed, isSimulated, hasPlatforms = false } = await openPage();
document.querySelector('.source').textContent = source;
// A recording is the same in every shift.
document.querySelector('[name=seed]').closest('label').hidden = !isSimulated;
// Theirs is that of `npm start`.
document.querySelector('[name=speed]').closest('label').hidden = hasPlatforms;

const query = new URLSearchParams(location.search);
const usual = { speed: String(speed), dir: document.documentElement.dir };
for (const select of document.querySelectorAll('select')) {
  const values = [...select.options].map(({ value }) => value);
  const current = query.get(select.name) ?? usual[select.name] ?? values[0];
  if (!values.includes(current)) {
    const own = document.createElement('option');
    own.textContent = current;
    select.append(own);
  }
  select.value = current;
  select.addEventListener('change', () => {
    query.set(select.name, select.value);
    location.search = query.toString();
  });
}
