// The live board: changes come in without a reload, rows open in place, nothing moves under a finger.
import { follow } from './live.js';
import { BoardTable, badge, detailOf, reload } from './table.js';

const calm = 2_500; // after the last touch, key or pointer movement over the table

const container = document.getElementById('board');
const waiting = document.getElementById('waiting');
const board = new BoardTable(container);
let touchedAt = -calm;
let pressed = false;
let held = [];
let loading = false;
let state = 'connecting';

// ---- Changes, held back while somebody is busy with a row

function busy() {
  return pressed || performance.now() - touchedAt < calm;
}

function take(frame) {
  held.push(frame);
  flush(false);
}

function flush(asked) {
  if (held.length === 0 || loading) {
    return;
  }

  if (!asked && busy()) {
    waiting.textContent = waiting.dataset.text.replace('{0}', held.length);
    waiting.hidden = false;
    return;
  }

  // What came while the page loaded anew may be in it already.
  const frames = held.slice(held.findIndex(frame => frame.id === board.id) + 1);
  held = [];
  waiting.hidden = true;
  keepingPlace(() => {
    if (!frames.every(frame => board.apply(frame))) {
      loadAnew();
    }
  });
  say(state);
}

// What the reader reads stays where it is on the screen, whatever moved above it.
function keepingPlace(change) {
  const anchor = scrollY > 0 || container.querySelector('tr.open') ? anchorRow() : null;
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (anchor?.isConnected) {
    scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
  }
}

function anchorRow() {
  const open = container.querySelector('tr.open');
  if (open) {
    return detailOf(open) ?? open;
  }

  return [...container.querySelectorAll('tr[data-key]')].find(row => row.getBoundingClientRect().top >= 0) ?? null;
}

async function loadAnew() {
  loading = true;
  // Everybody is told at the same moment: spread the loading over a second.
  await new Promise(done => setTimeout(done, Math.random() * 1_000));
  const loaded = await reload(page => keepingPlace(() => board.replace(page)));
  loading = false;
  if (!loaded) {
    setTimeout(loadAnew, 5_000);
  }

  say(state);
  flush(false);
  return loaded;
}

waiting.addEventListener('click', () => flush(true));
setInterval(() => flush(false), 500);
for (const name of ['pointermove', 'touchmove', 'wheel', 'keydown']) {
  container.addEventListener(name, () => { touchedAt = performance.now(); }, { passive: true });
}

container.addEventListener('pointerdown', () => { pressed = true; }, { passive: true });
for (const name of ['pointerup', 'pointercancel']) {
  addEventListener(name, () => {
    if (pressed) {
      pressed = false;
      touchedAt = performance.now();
    }
  }, { passive: true });
}

// ---- Rows that open

container.dataset.classes = 'opens';
board.table?.classList.add('opens');

container.addEventListener('click', event => {
  const row = event.target.closest('tr[data-key]');
  if (!row || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0 || String(getSelection()).length > 0) {
    return;
  }

  event.preventDefault();
  toggle(row);
});

container.addEventListener('rowchanged', event => {
  const detail = detailOf(event.target);
  if (detail) {
    mark(event.target, true);
    fill(event.target, detail);
  }
});

function toggle(row) {
  const detail = detailOf(row);
  if (detail) {
    detail.remove();
    mark(row, false);
    return;
  }

  const opened = document.createElement('tr');
  const cell = document.createElement('td');
  opened.className = 'detail';
  cell.colSpan = row.cells.length;
  cell.textContent = '…';
  opened.append(cell);
  row.after(opened);
  mark(row, true);
  fill(row, opened);
}

async function fill(row, detail) {
  const link = row.querySelector('a');
  try {
    const answer = await fetch(`${link.href}?part=1`, { cache: 'no-cache' });
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }

    // Our own server's HTML, encoded there; scripts in it would not run, and the content policy allows none.
    detail.cells[0].innerHTML = await answer.text();
  } catch {
    // The page of the entry is the way on; it also says what is wrong.
    location.assign(link.href);
  }
}

function mark(row, open) {
  row.classList.toggle('open', open);
  row.querySelector('a').ariaExpanded = String(open);
}

// ---- Connection

function say(name) {
  state = name;
  badge(name);
}

follow(container.dataset.events, {
  id: () => held.at(-1)?.id ?? board.id,
  frame: take,
  poll: loadAnew,
  state: say,
});
