import { h, t } from "./dom.js";
import { formatProduct, points } from "./scores.js";

// The bottom bar and the notices above the entry: connection, unsent count, other judges' marks, plain http.
export class Bar {
  constructor(pad) {
    this.connection = document.getElementById("pad-connection");
    this.notices = document.getElementById("pad-notices");
    this.unsent = document.getElementById("pad-unsent");
    this.sum = document.getElementById("pad-sum");
    this.submit = document.getElementById("pad-submit");
    this.absent = document.getElementById("pad-absent");
    document.getElementById("pad-previous").addEventListener("click", () => pad.go(-1));
    document.getElementById("pad-next").addEventListener("click", () => pad.go(1));
    this.submit.addEventListener("click", () => pad.submit());
    this.absent.addEventListener("click", () => pad.toggleAbsent());
  }

  show({ untaken, state, model, entry, others, newer, locked, waiting, entering }) {
    const [badge, words] = { online: ["live", "Connected"], offline: ["lost", "Offline"], "signed-out": ["bad", "SignedOut"], "other-judge": ["bad", "OtherJudge"], "password-first": ["bad", "PasswordFirst"] }[state];
    this.connection.className = `badge ${badge}`;
    this.connection.textContent = t(words);
    // "All saved" is a promise: it counts what is on its way into the outbox, and is not given before the outbox was read.
    const unsent = (waiting ?? 0) + entering;
    const troubled = model?.troubled ?? 0;
    if (waiting !== null) {
      Object.assign(this.unsent.dataset, { unsent, entering });
      this.unsent.className = unsent > 0 || untaken ? "badge warn" : "badge good";
      this.unsent.textContent = unsent > 0 ? t("Unsent", unsent) : untaken ? t("NotTaken") : t("AllSaved");
    }
    this.showNotices({ state, others, newer, unsent, troubled });
    if (!model || !entry) return;
    const sheet = model.sheet(entry);
    const given = sheet.fields.filter(f => f.mark.state === "value");
    // Where only the server can say what a mark comes to, half a sum would mislead.
    const worth = given.filter(f => f.aspect.role !== "info").map(f => points(f.aspect, f.mark.value));
    this.sum.textContent = worth.length === 0 || worth.includes(null) ? "" : t("Sum", formatProduct(worth.reduce((sum, product) => sum + product, 0n)));
    const status = model.status(entry).now;
    const open = model.state.running && !model.state.closed && !locked;
    this.submit.hidden = model.state.seat === 0;
    this.submit.disabled = !open || status !== "active" || sheet.submitted;
    this.submit.textContent = sheet.submitted ? t("Submitted") : sheet.missing.length > 0 ? t("SubmitMissing", sheet.missing.length) : t("Submit");
    this.submit.classList.toggle("primary", sheet.missing.length === 0);
    this.absent.disabled = !open || !["active", "absent"].includes(status);
    this.absent.setAttribute("aria-pressed", String(status === "absent"));
  }

  showNotices({ state, others, newer, unsent, troubled }) {
    const secure = isSecureContext;
    const notices = [
      state === "offline" ? ["warn", t(secure ? "OfflineNotice" : "OfflineNoReload", unsent)] : null,
      state === "signed-out" ? ["bad", t("SignedOutNotice", unsent), h("a", { class: "button", href: `/sign-in?returnUrl=${here()}` }, t("SignIn"))] : null,
      state === "other-judge" ? ["bad", t("OtherJudgeNotice", unsent), h("a", { class: "button", href: "/judge" }, t("MyForms"))] : null,
      state === "password-first" ? ["bad", t("PasswordFirstNotice", unsent), h("a", { class: "button", href: `/account?returnUrl=${here()}` }, t("SetPassword"))] : null,
      others > 0 ? ["warn", t("OthersUnsent", others)] : null,
      troubled > 0 ? ["bad", t("Troubled", troubled)] : null,
      newer ? ["warn", t("NewerRelease")] : null,
      !secure && state === "online" ? ["plain", t("PlainHttp")] : null,
    ].filter(Boolean);
    const key = JSON.stringify(notices.map(n => n[1]));
    // Rebuilt only when the words change: a reader is not interrupted, a link is not pulled away.
    if (key !== this.shownNotices) {
      this.shownNotices = key;
      this.notices.replaceChildren(...notices.map(([kind, text, more]) => h("div", { class: `note ${kind}` }, h("p", {}, text), more)));
    }
  }
}

const here = () => encodeURIComponent(location.pathname + location.search);
