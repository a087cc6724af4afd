// Sends the outbox in order, one request at a time, and keeps trying. Reports its state: "online", "offline", "signed-out", "other-judge", "password-first".
const BATCH = 50;
const PATIENCE = 10_000;
const LONGEST = 15_000;
const HEARTBEAT = 8_000;

export class Sender {
  constructor(outbox, { onAnswers, onSettled, onState }) {
    this.outbox = outbox;
    this.onAnswers = onAnswers;
    this.onSettled = onSettled;
    this.onState = onState;
    this.state = "online";
    this.failures = 0;
    this.timer = 0;
    this.busy = false;
    this.again = false;
    addEventListener("online", () => this.kick(0));
    addEventListener("offline", () => this.report("offline"));
    addEventListener("focus", () => this.kick(0));
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.kick(0); });
    this.kick(0);
  }

  // Something may be waiting: send after a moment, so that the same field typed twice goes once.
  kick(delay = 350) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), delay);
  }

  async run() {
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    this.again = false;
    let next = HEARTBEAT;
    try {
      next = await this.sendAll();
    } catch {
      next = this.failed();
    } finally {
      this.busy = false;
    }
    this.kick(this.again ? 0 : next);
  }

  async sendAll() {
    let most = BATCH;
    for (;;) {
      const commands = await this.outbox.take(most);
      const response = commands.length > 0
        ? await this.fetch("/api/judging/commands", { method: "POST", body: JSON.stringify({ judge: this.outbox.judge, commands: commands.map(wire) }) })
        : await this.fetch("/api/judging/me", { method: "GET" });
      if (response.status === 401) return this.stopped("signed-out");
      // The one door that a one-time password opens is the page where the judge sets their own.
      if (response.status === 403) return this.stopped("password-first");
      const unreadable = response.status === 400 || response.status === 413;
      if (unreadable && commands.length > 1) {
        // One of them cannot be read, or all together are too long: one by one, so that none holds up the others.
        most = 1;
        continue;
      }
      const body = await response.json().catch(() => null);
      if (body?.code === "Judging.OtherJudge") return this.stopped("other-judge");
      if (unreadable && commands.length === 1) {
        await this.settle(commands, [{ id: commands[0].id, outcome: "refused", sentence: body?.sentence ?? "", stored: null }]);
        continue;
      }
      if (!response.ok || body === null) return this.failed(Number(response.headers.get("Retry-After")) * 1000);
      if (commands.length === 0) {
        if (body.judge !== this.outbox.judge) return this.stopped("other-judge");
        this.failures = 0;
        this.report("online");
        return HEARTBEAT;
      }
      if (body.answers?.length !== commands.length) return this.failed();
      await this.settle(commands, body.answers);
    }
  }

  async settle(commands, answers) {
    const pairs = commands.map(command => ({ command, answer: answers.find(a => a.id === command.id) })).filter(p => p.answer);
    // The screen knows first: what is done next is based on it.
    this.onAnswers(pairs);
    await this.outbox.settle(answers);
    this.failures = 0;
    this.report("online");
    await this.onSettled(pairs);
  }

  async fetch(address, options) {
    const abort = new AbortController();
    const patience = setTimeout(() => abort.abort(), PATIENCE);
    try {
      const response = await fetch(address, {
        ...options, credentials: "same-origin", cache: "no-store", redirect: "manual", signal: abort.signal,
        headers: { "Content-Type": "application/json", "X-Hub-Pad": "1" },
      });
      // A redirect can only lead to the sign-in page.
      return response.type === "opaqueredirect" ? new Response(null, { status: 401 }) : response;
    } finally {
      clearTimeout(patience);
    }
  }

  failed(retryAfter = 0) {
    this.failures++;
    this.report("offline");
    const longest = Math.min(LONGEST, 500 * 2 ** this.failures);
    return Math.max(retryAfter || 0, longest / 2 + Math.random() * longest / 2);
  }

  stopped(state) {
    this.report(state);
    return HEARTBEAT;
  }

  report(state) {
    const changed = this.state !== state;
    this.state = state;
    this.onState(state, changed);
  }
}

// What goes over the wire: the outbox's own book-keeping stays here.
function wire(r) {
  const command = {
    id: r.id, kind: r.kind, contestId: r.contestId, entryId: r.entryId, entryCode: r.entryCode, device: r.device,
  };
  for (const name of ["formKey", "aspectKey", "seat", "state", "value", "basedOn", "schemeVersion", "seen", "from", "reason"]) {
    if (r[name] !== undefined && r[name] !== null) command[name] = r[name];
  }
  return command;
}
