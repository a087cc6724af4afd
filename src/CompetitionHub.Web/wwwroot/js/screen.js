// The projector: leaders stay, the others turn page by page; keeps what it has when the network is gone, and says so.
import { follow } from './live.js';
import { BoardTable, badge, reload } from './table.js';

const turnEvery = 10_000;
const leaders = 3;

const container = document.getElementById('board');
const clock = document.getElementById('clock');
const pages = document.getElementById('pages');
const board = new BoardTable(container);
const zone = new Intl.DateTimeFormat('en-GB', { timeZone: clock.dataset.zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
let page = 0;
let heardAt = new Date();

// ?theme=dark or light for halls where the system's choice does not fit; ?rows=8 for very deep halls.
const wanted = new URLSearchParams(location.search);
if (['dark', 'light'].includes(wanted.get('theme'))) {
  document.documentElement.dataset.theme = wanted.get('theme');
}

function lay() {
  const rows = [...container.querySelectorAll('tr[data-key]')];
  if (rows.length === 0) {
    pages.textContent = '';
    return;
  }

  // A row is at least 5.6 % of the height: readable from 15 m. What is left over goes to all rows alike.
  const room = container.clientHeight - (board.table.tHead?.offsetHeight ?? 0);
  const fit = Math.max(leaders + 1, Math.min(Number(wanted.get('rows')) || Infinity, Math.floor(room / (innerHeight * 0.056))));
  const all = rows.length <= fit;
  const stay = all ? rows.length : leaders;
  const count = all ? 1 : Math.ceil((rows.length - stay) / (fit - stay));
  const each = all ? 0 : Math.ceil((rows.length - stay) / count);
  page %= count;
  const from = stay + page * each;
  rows.forEach((row, i) => { row.hidden = !(i < stay || (i >= from && i < from + each)); });
  container.style.setProperty('--row', `${Math.min(room / (stay + each), innerHeight * 0.075)}px`);
  pages.textContent = count > 1 ? pages.dataset.text.replace('{0}', page + 1).replace('{1}', count) : '';
}

function tick() {
  clock.textContent = zone.format(new Date());
}

function say(name) {
  if (name === 'live') {
    heardAt = new Date();
  }

  badge(name, name === 'lost' ? document.getElementById('connection').dataset.lost.replace('{0}', zone.format(heardAt)) : undefined);
}

async function loadAnew() {
  await new Promise(done => setTimeout(done, Math.random() * 500));
  const loaded = await reload(next => board.replace(next));
  lay();
  if (!loaded) {
    setTimeout(loadAnew, 5_000);
  }

  return loaded;
}

tick();
setInterval(tick, 1_000);
lay();
setInterval(() => { page++; lay(); }, turnEvery);
addEventListener('resize', lay);
document.fonts?.ready.then(lay);
follow(container.dataset.events, {
  id: () => board.id,
  frame: frame => {
    if (!board.apply(frame)) {
      loadAnew();
    }

    lay();
    say('live');
  },
  poll: loadAnew,
  state: say,
});

// The hall's projector runs through the night: take over new releases and forget leaks when nobody looks.
const loadedAt = Date.now();
setInterval(() => { if (Date.now() - loadedAt > 6 * 3_600_000 && navigator.onLine && document.getElementById('connection').classList.contains('live')) { location.reload(); } }, 60_000);
