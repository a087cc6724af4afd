import { h, t, time } from "./dom.js";
import { Field } from "./field.js";

// One entry per screen: its code in large letters, its state, then one field per aspect in marking order.
export class EntryView {
  constructor(element, pad) {
    this.element = element;
    this.pad = pad;
    this.fields = [];
  }

  // Builds the screen for an entry; later changes go through refresh, so that what is being typed stays.
  open(model, entry) {
    this.fields = model.aspects.map(aspect => new Field(aspect, {
      onMark: (state, value, held) => this.pad.mark(entry, aspect, state, value, held),
      onNext: field => this.nextField(field, false),
      onKeep: () => this.pad.dismiss(entry, aspect.key),
      onComplaint: () => this.pad.showBar(),
      mayLeaveOut: model.state.forJudge,
    }));
    this.code = h("h1", { class: "entry-code", id: "entry-code", tabindex: "-1" }, entry.code);
    this.position = h("p", { class: "entry-position muted" });
    this.state = h("div", { class: "entry-state" });
    this.element.replaceChildren(h("header", { class: "entry-head" }, this.code, this.position), this.state, ...this.fields.map(f => f.element));
  }

  refresh(model, entry, position, total) {
    const status = model.status(entry);
    const sheet = model.sheet(entry);
    const { running, closed } = model.state;
    const locked = !running || closed || status.now !== "active" || sheet.submitted || this.pad.locked;
    this.position.textContent = t("Position", position + 1, total);
    sheet.fields.forEach(({ mark }, i) => this.fields[i].show(mark, locked));
    this.state.replaceChildren(...[
      !running ? note("warn", t("NotRunning")) : null,
      running && closed ? note("warn", t("FormClosed")) : null,
      ...this.statusParts(entry, status),
      ...this.sheetParts(entry, sheet, closed || !running),
    ].filter(Boolean));
  }

  // What was typed is taken first; what cannot be taken keeps the judge here.
  taken() {
    const wrong = this.fields.find(f => !f.input.disabled && !f.commit());
    wrong?.input.focus();
    return !wrong;
  }

  // True while something stands in a field that was not taken as a mark.
  get untaken() {
    return this.fields.some(f => !f.error.hidden);
  }

  focusFirst() {
    const open = this.fields.filter(f => !f.input.disabled);
    (open.find(f => f.input.value === "") ?? open[0])?.input.focus();
  }

  nextField(field, toSubmit) {
    const fields = this.fields;
    const next = fields[field ? fields.indexOf(field) + 1 : 0];
    if (next) this.focus(next);
    else if (toSubmit) this.pad.bar.submit.focus();
  }

  previousField(field) {
    const next = this.fields[field ? this.fields.indexOf(field) - 1 : 0];
    if (next) this.focus(next);
  }

  focus(field) {
    // A finger on a key must not open the phone's keyboard.
    if (matchMedia("(pointer: coarse)").matches && !document.activeElement.field) {
      field.element.scrollIntoView({ block: "nearest", behavior: "smooth" });
    } else {
      field.input.focus();
      field.input.select();
    }
  }

  statusParts(entry, status) {
    const parts = [];
    if (status.problem) {
      parts.push(note("bad", `${t(`Progress.${status.problem.state}`)}: ${status.problem.answer.sentence}`,
        button(t("Dismiss"), () => this.pad.forget([status.problem]))));
    }
    if (status.now !== "active") {
      const where = status.waiting ? t("OnDevice") : "";
      parts.push(note("warn", `${t(`Status.${status.now}`, entry.code)} ${where}`,
        status.now === "absent" ? button(t("PresentAgain"), () => this.pad.toggleAbsent()) : null));
    }
    return parts;
  }

  sheetParts(entry, sheet, shut) {
    const parts = [];
    if (sheet.problem) {
      parts.push(note("bad", sheet.problem.answer.sentence, button(t("Dismiss"), () => this.pad.forget([sheet.problem]))));
    }
    if (sheet.submitted) {
      parts.push(note("good", sheet.waiting ? t("SubmittedOnDevice") : t("SubmittedAt", time(sheet.at)),
        shut ? null : button(t("Reopen"), () => this.pad.reopen(entry))));
    }
    return parts;
  }
}

const note = (kind, text, ...rest) => h("div", { class: `note ${kind} entry-note` }, h("p", {}, text), ...rest);
const button = (text, onclick) => h("button", { type: "button", class: "button", onclick }, text);
