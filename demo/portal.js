import 'my-sessions/define';
import { openPage } from './gateway.js';

const { source, speed, isSimulated, hasPlatforms = false } = await openPage();
document.querySelector('.source').textContent = source;
// A recording is the same in every shift.
document.querySelector('[name=seed]').closest('label').hidden = !isSimulated;
// Theirs is that of `npm start`.
document.querySelector('[name=speed]').closest('label').hidden = hasPlatforms;

const query = new URLSearchParams(location.search);
for (const select of document.querySelectorAll('select')) {
  const words = select.dataset.words.split('|');
  const values = select.dataset.values.split(' ');
  const current = query.get(select.name) ?? (select.name === 'speed' ? String(speed) : values[0]);
  select.append(...values.map((value, index) => option(value, words[index])));
  if (!values.includes(current)) select.append(option(current, current));
  select.value = current;
  select.addEventListener('change', () => {
    query.set(select.name, select.value);
    location.search = query.toString();
  });
}

function option(value, text) {
  const element = document.createElement('option');
  element.value = value;
  element.textContent = text;
  return element;
}
