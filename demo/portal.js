import 'my-sessions/define';
import { openPage } from './gateway.js';

const { source } = await openPage();
document.querySelector('.source').textContent = source;

for (const select of document.querySelectorAll('select')) {
  const query = new URLSearchParams(location.search);
  const words = select.dataset.words.split('|');
  const values = select.dataset.values.split(' ');
  select.append(...values.map((value, index) => option(value, words[index])));
  select.value = values.find((value) => value === query.get(select.name)) ?? values[0];
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
