import 'my-sessions/define';
import { openPage } from './gateway.js';

const { source } = await openPage();
document.querySelector('.source').textContent = source;

for (const select of document.querySelectorAll('select')) {
  const query = new URLSearchParams(location.search);
  const words = select.dataset.words.split('|');
  const current = query.get(select.name);
  select.append(
    ...select.dataset.values
      .split(' ')
      .map((value, index) => new Option(words[index], value, false, value === current)),
  );
  select.addEventListener('change', () => {
    query.set(select.name, select.value);
    location.search = query.toString();
  });
}
