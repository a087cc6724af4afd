import { Bar } from "./bar.js";
import { confirmAbsent, confirmSubmit } from "./dialogs.js";
import { t } from "./dom.js";
import { EntryView } from "./entry.js";
import { listen } from "./keyboard.js";
import { EntryList } from "./list.js";
import { Model } from "./model.js";
import { Outbox } from "./outbox.js";
import { format } from "./scores.js";
import { Sender } from "./sender.js";

const REFRESH = 30_000;

// Puts the pad together: whatever a judge does goes to the outbox first, is shown from there, and is sent by the sender.
class Pad {
  constructor(root) {
    this.root = root;
    this.newer = false;
    this.others = 0;
    this.early = [];
    // What the judge has done and the outbox does not hold yet.
    this.entering = 0;
    // Not known before the outbox was read.
    this.waiting = null;
    // Another tab of the same device sends from the same outbox: what it hears counts here too.
    this.tabs = new BroadcastChannel("competitionhub-pad");
    this.tabs.onmessage = event => this.heard(event.data, false);
    this.view = new EntryView(document.getElementById("pad-entry"), this);
    this.list = new EntryList(document.getElementById("pad-list"), id => this.open(id));
    this.bar = new Bar(this);
    this.reason = document.getElementById("pad-reason");
    if (this.reason) {
      // For this tab only: the reason belongs to this sitting.
      this.reason.value = sessionStorage.getItem(location.pathname) ?? "";
      this.reason.addEventListener("input", () => {
        sessionStorage.setItem(location.pathname, this.reason.value);
        this.refresh();
      });
    }
    document.getElementById("pad-toggle").addEventListener("click", () => this.toggleList());
    addEventListener("hashchange", () => this.open(this.idFromAddress()));
    addEventListener("pad:newer", () => { this.newer = true; this.refresh(); });
    addEventListener("beforeunload", event => {
      // Without https a page that is reloaded offline is gone until the network returns; the marks are not.
      if (this.entering > 0 || (!isSecureContext && this.sender.state === "offline")) event.preventDefault();
    });
  }

  async start() {
    this.outbox = await Outbox.open(this.root.dataset.judge);
    this.sender = new Sender(this.outbox, {
      onAnswers: pairs => this.heard(pairs, true), onSettled: pairs => this.settled(pairs), onState: (_, changed) => changed && this.reached(),
    });
    await this.load();
    listen(this);
    setInterval(() => { if (!document.hidden && this.sender.state === "online") this.load(); }, REFRESH);
  }

  // Whoever enters for a judge says why before the first mark.
  get locked() {
    return Boolean(this.reason) && this.reason.value.trim() === "";
  }

  async load() {
    const state = await fetch(this.root.dataset.state, { headers: { "X-Hub-Pad": "1" }, cache: "no-store" })
      .then(r => r.ok && r.headers.get("Content-Type")?.startsWith("application/json") ? r.json() : null, () => null);
    if (state && state.judge === this.outbox.judge) {
      const scheme = this.model?.state.schemeVersion;
      if (this.model) this.model.replace(state);
      else {
        this.model = new Model(state);
        this.model.answered(this.early);
      }
      // Another scheme means other fields; the judge sees them before the next mark.
      if (scheme && scheme !== state.schemeVersion && this.entry) this.view.open(this.model, this.entry);
    }
    await this.sync();
    if (this.model && !this.entry) this.open(this.idFromAddress());
  }

  async reached() {
    if (this.sender.state === "online") await this.load();
    else await this.sync();
  }

  async sync() {
    await this.read();
    this.refresh();
  }

  async read() {
    this.others = await this.outbox.countOthers();
    const records = await this.outbox.list();
    this.waiting = records.filter(r => !r.answer).length;
    this.model?.lay(records);
  }

  // Answers may come before the first state has: without them the next mark would be based on an older version.
  heard(pairs, here) {
    if (this.model) this.model.answered(pairs);
    else this.early.push(...pairs);
    if (here) this.tabs.postMessage(pairs);
    else this.refresh();
  }

  async settled(pairs) {
    // Somebody else changed something: look again, so that the screen shows what is stored.
    if (pairs.some(p => p.answer.outcome !== "saved")) await this.load();
    else await this.sync();
  }

  refresh() {
    const entry = this.entry;
    this.showBar();
    if (!this.model) return;
    this.list.show(this.model, entry?.id);
    if (entry) this.view.refresh(this.model, entry, this.model.entries.indexOf(entry), this.model.entries.length);
  }

  showBar() {
    this.bar.show({
      untaken: this.view.untaken, state: this.sender?.state ?? "online", model: this.model, entry: this.entry, others: this.others, newer: this.newer, locked: this.locked,
      waiting: this.model && this.waiting !== null ? this.model.unsent : this.waiting, entering: this.entering,
    });
  }

  get entry() {
    return this.model?.entry(this.entryId);
  }

  idFromAddress() {
    const code = decodeURIComponent(location.hash.slice(1));
    return this.model?.entries.find(e => e.code === code)?.id;
  }

  open(id) {
    const entries = this.model.entries;
    const entry = this.model.entry(id) ?? entries.find(e => ["todo", "started"].includes(this.model.progress(e))) ?? entries[0];
    if (!entry) {
      document.getElementById("pad-entry").textContent = t("NoEntries");
      return;
    }
    this.toggleList(false);
    if (entry.id === this.entryId || !this.view.taken()) return;
    this.entryId = entry.id;
    // With a <base>, "#K01" alone would mean the start page.
    history.replaceState(null, "", `${location.pathname}${location.search}#${encodeURIComponent(entry.code)}`);
    this.view.open(this.model, entry);
    this.refresh();
    scrollTo(0, 0);
    if (matchMedia("(pointer: coarse)").matches) this.view.code.focus({ preventScroll: true });
    else this.view.focusFirst();
  }

  go(direction) {
    const entries = this.model.entries;
    this.open(entries[(entries.indexOf(this.entry) + direction + entries.length) % entries.length].id);
  }

  mark(entry, aspect, state, value, held) {
    return this.put(() => this.model.command("mark", entry, {
      aspectKey: aspect.key, state, value: state === "value" ? format(value) : null, basedOn: this.model.mark(entry, aspect).basedOn,
    }), held);
  }

  async submit() {
    const entry = this.entry;
    if (!this.view.taken()) return;
    await this.queue;
    const sheet = this.model.sheet(entry);
    const stop = sheet.missing[0] ?? sheet.troubled[0];
    if (stop) {
      const field = this.view.fields.find(f => f.aspect.key === stop.aspect.key);
      field.input.focus();
      field.element.scrollIntoView({ block: "center" });
      if (stop.mark.state === "cleared") field.complain(["Missing"]);
      return;
    }
    if (!await confirmSubmit(entry, sheet)) return;
    const seen = Object.fromEntries(sheet.fields.map(f => [f.aspect.key, f.mark.basedOn]));
    await this.put(() => this.model.command("submit", entry, { seen, basedOn: sheet.basedOn }));
    this.bar.submit.blur();
  }

  reopen(entry) {
    return this.put(() => this.model.command("reopen", entry, { basedOn: this.model.sheet(entry).basedOn }));
  }

  async toggleAbsent() {
    const entry = this.entry;
    const status = this.model.status(entry).now;
    if (this.bar.absent.disabled || !["active", "absent"].includes(status)) return;
    if (status === "active" && !await confirmAbsent(entry)) return;
    this.put(() => this.model.command("status", entry, { from: this.model.status(entry).now, state: status === "absent" ? "active" : "absent" }));
  }

  dismiss(entry, aspectKey) {
    return this.forget(this.model.problemsOf(entry).filter(r => r.kind === "mark" && r.aspectKey === aspectKey));
  }

  async forget(records) {
    await this.outbox.discard(records);
    await this.load();
  }

  // One after the other, each made when its turn comes, so that it is based on the one before; `held` is told when the outbox has it.
  put(make, held) {
    const reason = this.reason?.value.trim();
    this.entering++;
    this.showBar();
    this.queue = (this.queue ?? Promise.resolve()).then(async () => {
      await this.outbox.put(reason ? { ...make(), reason } : make());
      await this.read();
      this.entering--;
      held?.();
      this.refresh();
      this.sender.kick();
    }).catch(stop);
    return this.queue;
  }

  toggleList(open = !document.body.classList.contains("list-open")) {
    document.body.classList.toggle("list-open", open);
    document.getElementById("pad-toggle").setAttribute("aria-expanded", String(open));
  }
}

// No IndexedDB (private window, full disk): better no pad than one that forgets.
function stop(error) {
  document.getElementById("pad-entry").textContent = t("NoStorage");
  console.error(error);
}

new Pad(document.getElementById("pad")).start().catch(stop);
