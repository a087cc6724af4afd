// An interactive page must never look alive when it is dead. Three witnesses: the class that Blazor's script sets on
// #components-reconnect-modal, its event (newer scripts), and our own question to the server, which also tells a restarted
// server (another boot id: the circuit is gone for good) from a broken line.
import { keepDrafts, draftedFields } from './drafts.js';

const banner = document.getElementById('connection');
const modal = document.getElementById('components-reconnect-modal');
const say = banner.dataset;
const ASK_WHEN_ALIVE = 10_000;
const ASK_WHEN_LOST = 1_500;
const PATIENCE_FOR_START = 10_000;

let lost = false;
let misses = 0;
let timer;
let reconnecting = false;

function show(text, kind, items = []) {
  banner.className = kind;
  banner.replaceChildren(document.createTextNode(text));
  if (items.length > 0) {
    const list = document.createElement('ul');
    list.append(...items.map(text => Object.assign(document.createElement('li'), { textContent: text })));
    banner.append(list);
  }
  banner.hidden = false;
}

function die() {
  if (!lost) {
    lost = true;
    document.body.classList.add('offline');
    // Nothing may be typed into a page that nobody hears; what was typed is kept by drafts.js.
    for (const part of document.querySelectorAll('main')) part.inert = true;
    const fields = draftedFields();
    show(fields.length > 0 ? `${say.lost} ${say.typed}` : say.lost, 'lost', fields);
  }
  schedule(ASK_WHEN_LOST);
}

function revive() {
  if (!lost) return;
  lost = false;
  document.body.classList.remove('offline');
  for (const part of document.querySelectorAll('main')) part.inert = false;
  show(say.back, 'back');
  setTimeout(() => { if (!lost && banner.className === 'back') banner.hidden = true; }, 4_000);
  schedule(ASK_WHEN_ALIVE);
}

function restart() {
  show(say.restart, 'lost');
  // Nobody may be asked whether to stay on a page that is dead; what was typed is kept.
  addEventListener('beforeunload', event => event.stopImmediatePropagation(), { capture: true });
  location.reload();
}

async function ask() {
  const stop = new AbortController();
  const limit = setTimeout(() => stop.abort(), 5_000);
  try {
    const answer = await fetch('/health/live', { cache: 'no-store', signal: stop.signal });
    return answer.ok ? (await answer.json()).boot : null;
  } catch {
    return null;
  } finally {
    clearTimeout(limit);
  }
}

async function look() {
  const boot = await ask();
  if (boot === null) {
    misses += 1;
    // One lost question is a hiccup; Blazor's own signs need no second one.
    if (lost || misses >= 2) die(); else schedule(ASK_WHEN_LOST);
    return;
  }
  misses = 0;
  if (boot !== say.boot) return restart();
  if (lost) await rejoin();
  schedule(lost ? ASK_WHEN_LOST : ASK_WHEN_ALIVE);
}

// The same server answers again: the circuit may still be there. If it is not, only a new page helps.
async function rejoin() {
  if (reconnecting || broken() === false) {
    if (broken() === false) revive();
    return;
  }
  reconnecting = true;
  try {
    if (typeof Blazor === 'undefined' || await Blazor.reconnect() === false) return restart();
    revive();
  } catch {
    // Still no line; the next question comes soon.
  } finally {
    reconnecting = false;
  }
}

const broken = () => /components-reconnect-(show|failed|rejected|paused|retrying)/.test(modal.className);

function schedule(after) {
  clearTimeout(timer);
  timer = setTimeout(look, after);
}

function witness() {
  if (broken()) die(); else if (modal.classList.contains('components-reconnect-hide')) revive();
}

new MutationObserver(witness).observe(modal, { attributes: true, attributeFilter: ['class'] });
modal.addEventListener('components-reconnect-state-changed', e => {
  if (e.detail?.state === 'hide') revive(); else die();
});
addEventListener('offline', die);
addEventListener('online', () => schedule(0));
document.addEventListener('visibilitychange', () => { if (!document.hidden) schedule(0); });

// A page whose circuit never starts shows everything and does nothing.
const started = () => document.getElementById('circuit-started') !== null;
setTimeout(() => { if (!started()) die(); }, PATIENCE_FOR_START);
schedule(ASK_WHEN_ALIVE);

keepDrafts(say.account, started, (names, discard) => {
  show(say.restored, 'drafts', names);
  const button = (text, action) => {
    const element = Object.assign(document.createElement('button'), { type: 'button', className: 'button', textContent: text });
    element.addEventListener('click', action);
    return element;
  };
  banner.append(
    button(say.dismiss, () => { banner.hidden = true; }),
    button(say.discard, () => { discard(); location.reload(); }));
}, () => {
  // What was restored is stored now: the word about it would stand before what comes next.
  if (banner.className === 'drafts') banner.hidden = true;
});
