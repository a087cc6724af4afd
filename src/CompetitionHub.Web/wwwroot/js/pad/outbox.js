import { newId } from "./ids.js";
import { open, wait, within } from "./store.js";

// Commands that the server has not taken yet, in order. Ids and numbers only: no names. Each belongs to one judge, and
// only that judge's are ever given out to be sent. A command that was sent once is never changed, because it may have arrived.
export class Outbox {
  constructor(db, device, judge) {
    this.db = db;
    this.device = device;
    this.judge = judge;
  }

  static async open(judge) {
    const db = await open();
    const device = await within(db, ["meta"], "readwrite", async t => {
      const meta = t.objectStore("meta");
      const known = await wait(meta.get("device"));
      if (known) return known;
      const made = newId();
      meta.put(made, "device");
      return made;
    });
    return new Outbox(db, device, judge);
  }

  // Adds a command, or changes the one for the same field that is still waiting and was never sent.
  put(command) {
    return within(this.db, ["outbox"], "readwrite", async t => {
      const store = t.objectStore("outbox");
      const mine = await wait(store.index("judge").getAll(this.judge));
      const same = mine.filter(r => field(r) === field(command) && r.kind === command.kind);
      // What was refused or in conflict is replaced by the judge's next decision.
      for (const done of same.filter(r => r.answer)) store.delete(done.seq);
      const waiting = same.filter(r => !r.answer).at(-1);
      // A later submit or reopen in the queue was made with the mark as it was: that mark stands, this is a new one.
      const later = waiting && mine.some(r => r.seq > waiting.seq && r.entryId === waiting.entryId && r.kind !== "mark");
      if (waiting && !waiting.sent && !later && command.kind === "mark") {
        const changed = { ...waiting, state: command.state, value: command.value, reason: command.reason, madeAt: Date.now() };
        store.put(changed);
        return changed;
      }
      const record = { ...command, id: newId(), judge: this.judge, device: this.device, madeAt: Date.now(), sent: false, answer: null };
      record.seq = await wait(store.add(record));
      return record;
    });
  }

  list() {
    return within(this.db, ["outbox"], "readonly", t => wait(t.objectStore("outbox").index("judge").getAll(this.judge)));
  }

  // The next commands to send, marked as sent before they go.
  take(most) {
    return within(this.db, ["outbox"], "readwrite", async t => {
      const store = t.objectStore("outbox");
      const waiting = (await wait(store.index("judge").getAll(this.judge))).filter(r => !r.answer).slice(0, most);
      for (const record of waiting.filter(r => !r.sent)) store.put({ ...record, sent: true });
      return waiting;
    });
  }

  // Saved commands leave; refused ones and conflicts stay with their answer until the judge has decided.
  settle(answers) {
    return within(this.db, ["outbox"], "readwrite", async t => {
      const store = t.objectStore("outbox");
      const mine = await wait(store.index("judge").getAll(this.judge));
      for (const answer of answers) {
        const record = mine.find(r => r.id === answer.id);
        if (!record) continue;
        if (answer.outcome === "saved") {
          store.delete(record.seq);
          // A newer value was taken: what an older one was told no longer matters.
          for (const old of mine.filter(r => r.answer && r.seq < record.seq && r.kind === record.kind && field(r) === field(record))) store.delete(old.seq);
        } else {
          store.put({ ...record, answer });
        }
      }
    });
  }

  discard(records) {
    return within(this.db, ["outbox"], "readwrite", t => {
      for (const record of records) t.objectStore("outbox").delete(record.seq);
    });
  }

  // Unsent commands of other judges who used this device; counted, never read further.
  async countOthers() {
    const all = await within(this.db, ["outbox"], "readonly", t => wait(t.objectStore("outbox").getAll()));
    return all.filter(r => r.judge !== this.judge && !r.answer).length;
  }
}

export const field = r => [r.contestId, r.entryId, r.formKey, r.seat, r.aspectKey].join("|");
