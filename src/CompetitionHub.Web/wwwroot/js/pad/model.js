import { limits, parse } from "./scores.js";

// What the screen shows: the server's state with the outbox laid over it. Holds no copy of a mark that the outbox or the server does not hold.
export class Model {
  constructor(state) {
    this.records = [];
    this.answers = new Map();
    this.replace(state);
  }

  // A state that was asked for before an answer came may be older than the answer: versions only grow.
  replace(state) {
    const known = new Map((this.entries ?? []).map(e => [e.id, e]));
    // The objects stay the same: the fields on the screen hold on to theirs.
    this.entries = state.entries.map(entry => known.has(entry.id) ? Object.assign(known.get(entry.id), newest(known.get(entry.id), entry)) : entry);
    this.state = state;
    this.aspects = state.aspects.map(limits);
  }

  // Lays the outbox over it; an answer that is known already holds before the outbox has noted it.
  lay(records) {
    this.records = records
      .map(r => this.answers.has(r.id) ? { ...r, answer: this.answers.get(r.id) } : r)
      .filter(r => r.answer?.outcome !== "saved");
  }

  answered(pairs) {
    for (const { command, answer } of pairs) {
      this.answers.set(answer.id, answer);
      if (answer.outcome === "saved") this.saved(command, answer.stored);
    }
    this.lay(this.records);
  }

  entry(id) {
    return this.entries.find(e => e.id === id);
  }

  // A saved answer is the new truth of its field; the next full state brings the rest.
  saved(command, stored) {
    const entry = this.entry(command.entryId);
    if (!entry || command.contestId !== this.state.contestId) return;
    if (command.kind === "status") {
      entry.status = stored.state;
    } else if (command.formKey !== this.state.formKey || command.seat !== this.state.seat) {
      return;
    } else if (command.kind === "mark") {
      if ((entry.marks[command.aspectKey]?.version ?? 0) < stored.version) entry.marks[command.aspectKey] = { ...stored };
    } else if (entry.sheetVersion < stored.version) {
      Object.assign(entry, { submitted: stored.state === "submitted", sheetVersion: stored.version, sheetAt: stored.at });
    }
  }

  mine(kind, entryId) {
    return this.records.filter(r => r.kind === kind && r.entryId === entryId && r.contestId === this.state.contestId
      && (kind === "status" || (r.formKey === this.state.formKey && r.seat === this.state.seat)));
  }

  // One field: the mark to show, where it is, and the version that the next command is based on.
  mark(entry, aspect) {
    const records = this.mine("mark", entry.id).filter(r => r.aspectKey === aspect.key);
    const waiting = records.filter(r => !r.answer);
    const last = records.at(-1);
    const server = entry.marks[aspect.key];
    const shown = last ?? server ?? { state: "cleared" };
    const place = !last ? (server && server.state !== "cleared" ? "saved" : "empty") : last.answer ? last.answer.outcome : "device";
    return {
      state: shown.state, value: shown.state === "value" ? parse(shown.value).value : null, at: server?.at, place,
      answer: last?.answer ?? null, server,
      basedOn: waiting.length > 0 ? waiting.at(-1).basedOn + 1 : last?.answer?.stored?.version ?? server?.version ?? 0,
    };
  }

  // The sheet of one entry: whether it is handed in as far as this device knows, and what is missing.
  sheet(entry) {
    const records = [...this.mine("submit", entry.id), ...this.mine("reopen", entry.id)].sort((a, b) => a.seq - b.seq);
    const waiting = records.filter(r => !r.answer);
    const problem = records.filter(r => r.answer).at(-1) ?? null;
    const last = waiting.at(-1);
    const fields = this.aspects.map(aspect => ({ aspect, mark: this.mark(entry, aspect) }));
    return {
      submitted: last ? last.kind === "submit" : entry.submitted,
      waiting: Boolean(last), problem, fields, at: entry.sheetAt,
      missing: fields.filter(f => f.mark.state === "cleared"),
      troubled: fields.filter(f => f.mark.answer),
      basedOn: last ? last.basedOn + 1 : entry.sheetVersion,
    };
  }

  status(entry) {
    const records = this.mine("status", entry.id);
    const last = records.filter(r => !r.answer).at(-1);
    return { now: last ? last.state : entry.status, waiting: Boolean(last), problem: records.filter(r => r.answer).at(-1) ?? null };
  }

  // The state of an entry in the list, as a word of the texts.
  progress(entry) {
    const status = this.status(entry).now;
    if (status !== "active") return status;
    const sheet = this.sheet(entry);
    if (sheet.troubled.length > 0 || sheet.problem) return "trouble";
    if (sheet.submitted) return "done";
    return sheet.missing.length < sheet.fields.length ? "started" : "todo";
  }

  get unsent() {
    return this.records.filter(r => !r.answer).length;
  }

  get troubled() {
    return this.records.filter(r => r.answer).length;
  }

  // A command for this pad's seat; the outbox adds id, judge and device.
  command(kind, entry, more) {
    const { contestId, formKey, seat, schemeVersion } = this.state;
    const sheet = kind === "status" ? {} : { formKey, seat, schemeVersion };
    return { kind, contestId, entryId: entry.id, entryCode: entry.code, ...sheet, ...more };
  }

  problemsOf(entry) {
    return this.records.filter(r => r.answer && r.entryId === entry.id);
  }
}

// What is newer of two states of an entry, mark by mark.
function newest(known, entry) {
  for (const [key, mark] of Object.entries(known.marks)) {
    if ((entry.marks[key]?.version ?? 0) < mark.version) entry.marks[key] = mark;
  }
  return entry.sheetVersion < known.sheetVersion
    ? { ...entry, submitted: known.submitted, sheetVersion: known.sheetVersion, sheetAt: known.sheetAt }
    : entry;
}
