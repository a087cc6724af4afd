// Brings a board's changes to a page: server-sent events, or polling where there are none. Knows nothing of tables.

const silence = 40_000; // the server speaks at least every 15 s
const pollEvery = 10_000;

/**
 * @param {string} address of the event stream
 * @param {{ id: () => string, frame: (frame: object) => void, poll: () => Promise<boolean>, state: (name: 'live'|'lost'|'connecting'|'polling') => void }} page
 */
export function follow(address, page) {
  if (typeof EventSource === 'undefined') {
    return poll(page);
  }

  let source, watchdog, retry;
  let tries = 0;

  const heard = () => {
    tries = 0;
    page.state('live');
    clearTimeout(watchdog);
    watchdog = setTimeout(() => { page.state('lost'); reconnect(0); }, silence);
  };

  const reconnect = wait => {
    source?.close();
    clearTimeout(retry);
    retry = setTimeout(connect, wait);
  };

  const connect = () => {
    clearTimeout(watchdog);
    source?.close();
    source = new EventSource(`${address}?after=${encodeURIComponent(page.id())}`);
    source.addEventListener('open', heard);
    source.addEventListener('ping', heard);
    source.addEventListener('board', event => {
      heard();
      page.frame(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      page.state('lost');
      // The browser tries again by itself after a lost connection, but not after an error answer.
      if (source.readyState === EventSource.CLOSED) {
        tries++;
        reconnect(Math.min(30_000, 1_000 * 2 ** tries) * (0.5 + Math.random() / 2));
      }
    });
  };

  page.state('connecting');
  connect();
  addEventListener('offline', () => page.state('lost'));
  addEventListener('online', () => reconnect(0));
  // A phone that slept: its connection may be dead without anybody having said so.
  document.addEventListener('visibilitychange', () => { if (!document.hidden && source.readyState !== EventSource.OPEN) { reconnect(0); } });
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', event => { if (event.persisted) { connect(); } });
}

function poll(page) {
  page.state('polling');
  const next = async () => {
    page.state(await page.poll() ? 'polling' : 'lost');
    setTimeout(next, pollEvery * (0.75 + Math.random() / 2));
  };
  setTimeout(next, pollEvery);
}
