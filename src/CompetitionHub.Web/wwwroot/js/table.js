// The table of a board in the page: patches rows by key, so that what did not change is not touched.

const fresh = 6_000;

export class BoardTable {
  constructor(container) {
    this.container = container;
  }

  get table() { return this.container.querySelector('table.board'); }

  get body() { return this.table?.tBodies[0]; }

  get id() { return this.container.dataset.id; }

  row(code) { return this.body?.querySelector(`tr[data-key="${CSS.escape(code)}"]`) ?? null; }

  /** Applies what one event says; false when it does not fit what is shown. */
  apply(frame) {
    if (frame.reload || frame.from !== this.id || !this.body) {
      return frame.id === this.id;
    }

    const status = document.getElementById('status');
    if (status && status.innerHTML !== frame.status) {
      status.innerHTML = frame.status;
    }

    for (const [code] of frame.gone) {
      this.remove(code);
    }

    for (const [code, html, before] of frame.rows) {
      this.put(code, parseRow(html), before === null ? null : this.row(before));
    }

    for (const [code, rank, move] of frame.moved) {
      this.rank(this.row(code), rank, move);
    }

    this.container.dataset.id = frame.id;
    return true;
  }

  /** Takes over the board of a newly loaded page. */
  replace(page) {
    const next = page.getElementById('board');
    const status = page.getElementById('status');
    if (!next || !status) {
      return;
    }

    document.getElementById('status').innerHTML = status.innerHTML;
    const rows = next.querySelector('table.board')?.tBodies[0].rows;
    if (rows && this.body && next.querySelector('thead').innerHTML === this.table.tHead.innerHTML) {
      const codes = new Set([...rows].map(row => row.dataset.key));
      for (const row of [...this.body.rows].filter(row => row.dataset.key && !codes.has(row.dataset.key))) {
        this.remove(row.dataset.key);
      }

      let before = null;
      for (const row of [...rows].reverse()) {
        const known = this.row(row.dataset.key);
        if (known?.outerHTML === row.outerHTML) {
          this.move(known, before);
        } else {
          this.put(row.dataset.key, document.importNode(row, true), before);
        }

        before = this.row(row.dataset.key);
      }
    } else {
      this.container.replaceChildren(...[...next.childNodes].map(node => document.importNode(node, true)));
      this.table?.classList.add(...this.container.dataset.classes?.split(' ') ?? []);
    }

    this.container.dataset.id = next.dataset.id;
  }

  put(code, row, before) {
    const old = this.row(code);
    if (old) {
      const detail = detailOf(old);
      const focused = old.contains(document.activeElement);
      row.classList.toggle('open', Boolean(detail));
      old.replaceWith(row);
      if (focused) {
        row.querySelector('a')?.focus({ preventScroll: true });
      }
    }

    this.move(row, before);
    row.classList.add('changed', 'fresh');
    setTimeout(() => row.classList.remove('changed', 'fresh'), fresh);
    row.dispatchEvent(new CustomEvent('rowchanged', { bubbles: true }));
  }

  move(row, before) {
    const detail = detailOf(row);
    const last = detail ?? row;
    // A new row has nothing behind it either, wherever it belongs.
    if (!row.isConnected || last.nextElementSibling !== before) {
      this.body.insertBefore(row, before);
      if (detail) {
        row.after(detail);
      }
    }
  }

  remove(code) {
    const row = this.row(code);
    if (row) {
      detailOf(row)?.remove();
      row.remove();
    }
  }

  rank(row, rank, move) {
    const cell = row?.querySelector('td.rank');
    if (!cell) {
      return;
    }

    const number = document.createElement('span');
    number.className = rank === 0 ? 'place' : rank <= 3 ? `medal m${rank}` : 'place';
    number.textContent = rank === 0 ? '–' : rank;
    cell.replaceChildren(number);
    row.classList.toggle('top', rank > 0 && rank <= 3);
    if (move !== 0) {
      const sign = document.createElement('span');
      const words = document.createElement('span');
      const figure = document.createElement('span');
      sign.className = `move ${move > 0 ? 'up' : 'down'}`;
      words.className = 'visually-hidden';
      words.textContent = this.table.dataset[move > 0 ? 'up' : 'down'].replace('{0}', Math.abs(move));
      figure.ariaHidden = 'true';
      figure.textContent = Math.abs(move);
      sign.append(words, figure);
      cell.append(sign);
    }
  }
}

/** The opened details of a row, or null. */
export function detailOf(row) {
  const next = row.nextElementSibling;
  return next?.classList.contains('detail') ? next : null;
}

/** Loads the page anew and hands over its document; false when the server does not answer. */
export async function reload(take) {
  try {
    const answer = await fetch(location.pathname, { cache: 'no-cache', headers: { Accept: 'text/html' } });
    if (!answer.ok) {
      return false;
    }

    take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    return true;
  } catch {
    return false;
  }
}

/** Shows the state of the connection as a badge; frozen beats live. */
export function badge(name, text) {
  const element = document.getElementById('connection');
  const frozen = name === 'live' && document.querySelector('#status [data-frozen]');
  const shown = frozen ? 'frozen' : name === 'connecting' ? '' : name === 'polling' ? 'info' : name;
  element.hidden = Boolean(frozen);
  element.className = `badge ${shown}`;
  element.textContent = text ?? element.dataset[name];
}

function parseRow(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.querySelector('tr');
}
