import { h, t, time } from "./dom.js";
import { check, choices, format, formatProduct, parse, points, stepped } from "./scores.js";

// What stands where a mark has no number.
const STATES = { not_attempted: "NotAttempted", failed: "Failed", judge_absent: "LeftOut" };

// One aspect: its limits, the typed value, keys to press, and where its mark is. Wrong values are answered here, at once.
export class Field {
  constructor(aspect, { onMark, onNext, onKeep, onComplaint, mayLeaveOut }) {
    this.aspect = aspect;
    this.onMark = onMark;
    // What was given here and is still on its way into the outbox.
    this.giving = 0;
    this.onKeep = onKeep;
    this.onComplaint = onComplaint;
    const id = `mark-${aspect.key}`;
    this.input = h("input", {
      id, inputmode: aspect.min === null || aspect.min < 0n ? "text" : "decimal", autocomplete: "off", enterkeyhint: "next", maxlength: 40,
      "aria-describedby": `${id}-limits ${id}-place`, onchange: () => this.commit(), oninput: () => this.typing(),
    });
    this.input.field = this;
    this.error = h("p", { class: "mark-error", role: "alert", hidden: true });
    this.place = h("p", { class: "mark-place", id: `${id}-place` });
    this.keys = choices(aspect).map(value => h("button", {
      type: "button", class: "key", "data-value": format(value), "aria-pressed": "false", onclick: () => this.press(format(value), onNext),
    }, keyText(aspect, value)));
    // Levels with what they mean stand one below the other.
    const described = aspect.choices?.some(choice => choice.text);
    const step = direction => h("button", {
      type: "button", class: "key step", "aria-label": t(direction > 0 ? "More" : "Less", aspect.name), onclick: () => this.step(direction),
    }, direction > 0 ? "+" : "−");
    this.extras = h("div", { class: "mark-extras" },
      this.notAttempted = h("button", { type: "button", class: "chip", "aria-pressed": "false", onclick: () => this.say("not_attempted") }, t("NotAttempted")),
      aspect.fails
        ? this.failed = h("button", { type: "button", class: "chip", "aria-pressed": "false", onclick: () => this.say("failed") }, t("Failed")) : null,
      mayLeaveOut && aspect.panel
        ? this.leftOut = h("button", { type: "button", class: "chip", "aria-pressed": "false", onclick: () => this.say("judge_absent") }, t("LeaveOut")) : null,
      this.clear = h("button", { type: "button", class: "chip", onclick: () => this.say("cleared") }, t("Clear")));
    this.element = h("section", { class: "mark" },
      h("div", { class: "mark-head" },
        h("label", { for: id }, h("span", { class: "mark-key" }, aspect.key), " ", aspect.name),
        h("p", { class: "mark-limits", id: `${id}-limits` }, limitsText(aspect))),
      h("div", { class: this.keys.length > 0 ? "mark-entry keyed" : "mark-entry stepped" },
        this.keys.length > 0 ? [h("div", { class: described ? "keys described" : "keys", role: "group", "aria-label": aspect.name }, this.keys), this.input] : [step(-1), this.input, step(1)]),
      this.error, h("div", { class: "mark-foot" }, this.place, this.extras));
  }

  // Shows what the model says; what is being typed stays.
  show(mark, locked) {
    // The model does not know yet what was just given: showing it would take that back, and the next "+" would begin at the old value.
    if (this.giving > 0) return this.lock(locked);
    this.mark = mark;
    const text = mark.value === null || mark.value === undefined ? "" : format(mark.value);
    if (this.shown === this.input.value || (document.activeElement !== this.input && this.error.hidden)) {
      this.input.value = this.shown = text;
    }
    for (const key of this.keys) key.setAttribute("aria-pressed", String(mark.state === "value" && key.dataset.value === text));
    this.notAttempted.setAttribute("aria-pressed", String(mark.state === "not_attempted"));
    this.failed?.setAttribute("aria-pressed", String(mark.state === "failed"));
    this.leftOut?.setAttribute("aria-pressed", String(mark.state === "judge_absent"));
    this.input.placeholder = mark.state in STATES ? t(STATES[mark.state]) : "";
    this.clear.hidden = mark.state === "cleared";
    this.element.dataset.place = mark.place;
    this.element.dataset.shown = text;
    this.place.replaceChildren(...this.placeParts(mark));
    this.lock(locked);
  }

  lock(locked) {
    for (const control of this.element.querySelectorAll("input, button")) control.disabled = locked;
    for (const control of this.place.querySelectorAll("button")) control.disabled = false;
  }

  give(state, value) {
    this.giving++;
    this.mark = { ...this.mark, state, value };
    this.onMark(state, value, () => { this.giving--; });
  }

  placeParts(mark) {
    const worth = mark.state === "value" && this.aspect.worth && this.aspect.role !== "info" && (!this.aspect.panel || this.aspect.factor !== 1_000_000n)
      ? h("span", { class: "worth" }, t("Worth", formatProduct(points(this.aspect, mark.value)))) : null;
    switch (mark.place) {
      case "saved": return [h("span", { class: "state saved" }, t("Saved", time(mark.at))), worth].filter(Boolean);
      case "device": return [h("span", { class: "state device" }, t("OnDevice")), worth].filter(Boolean);
      case "conflict":
      case "refused": {
        const stored = mark.answer.stored;
        const keep = h("button", { type: "button", class: "chip strong", onclick: () => this.onKeep() },
          stored ? t("KeepStored", markText(stored)) : t("Dismiss"));
        const again = mark.place === "conflict" && stored
          ? h("button", { type: "button", class: "chip strong", onclick: () => this.give(mark.state, mark.value) }, t("SendMine", markText(mark))) : null;
        const why = stored ? t("StoredInstead", markText(stored), stored.by, time(stored.at)) : mark.answer.sentence;
        return [h("span", { class: `state ${mark.place}` }, t(mark.place === "conflict" ? "Conflict" : "Refused")), h("span", { class: "why" }, why), keep, again].filter(Boolean);
      }
      default: return [h("span", { class: "state unmarked" }, t("NotYetMarked"))];
    }
  }

  typing() {
    const typed = this.input.value.trim();
    const number = parse(typed);
    // While typing only what cannot become right is answered: "1" may become "10", "9,5" stays wrong.
    this.complain(typed === "" || !number.error ? null : ["Comma", "TooPrecise", "TooLarge"].includes(number.error) ? [number.error] : null);
  }

  // Takes the typed value; false when it cannot be taken and the judge should stay here.
  commit() {
    const typed = this.input.value.trim();
    if (typed === this.shown) {
      this.complain(null);
      return true;
    }
    if (typed === "") return this.mark.state === "value" ? this.say("cleared") : true;
    const number = parse(typed);
    const problem = number.error ? [number.error] : check(this.aspect, number.value);
    this.complain(problem);
    if (problem) return false;
    this.input.value = this.shown = format(number.value);
    this.give("value", number.value);
    return true;
  }

  press(text, onNext) {
    this.input.value = text;
    if (this.commit()) onNext(this, false);
  }

  step(direction) {
    const number = parse(this.input.value);
    this.input.value = format(stepped(this.aspect, number.error ? null : number.value, direction));
    this.commit();
  }

  say(state) {
    this.complain(null);
    this.input.value = this.shown = "";
    this.give(this.mark.state === state ? "cleared" : state, null);
    return true;
  }

  // `.` on a whole number adds the half where the step is a half.
  half() {
    if (this.aspect.step !== 500_000n || !/^-?\d+$/.test(this.input.value.trim())) return false;
    this.input.value = this.input.value.trim() + ".5";
    return true;
  }

  complain(problem) {
    const before = this.error.hidden;
    this.error.hidden = problem === null;
    this.error.textContent = problem === null ? "" : t(`Error.${problem[0]}`, ...problem.slice(1));
    this.input.setAttribute("aria-invalid", String(problem !== null));
    if (before !== this.error.hidden) this.onComplaint();
  }
}

export function markText(mark, aspect = null) {
  if (mark.state !== "value") return t(STATES[mark.state] ?? "NotYetMarked");
  return typeof mark.value !== "bigint" ? mark.value : aspect?.unit === "met" ? t(mark.value > 0n ? "Met" : "NotMet") : format(mark.value);
}

function keyText(aspect, value) {
  if (aspect.unit === "met") return t(value > 0n ? "Met" : "NotMet");
  const text = aspect.choices?.find(choice => choice.value === value)?.text;
  return text ? [h("span", { class: "key-level" }, format(value)), h("span", { class: "key-text" }, text)] : format(value);
}

function limitsText(aspect) {
  const limits = rangeText(aspect);
  return aspect.role === "points" ? limits : [t(`Role.${aspect.role}`), limits].filter(Boolean).join(" · ");
}

function rangeText(aspect) {
  const { unit, worth, choices: listed, min, max, step } = aspect;
  switch (unit) {
    case "met": return t("Limits.Binary", format(worth.base + worth.per));
    case "faults": return t("Limits.Faults", format(worth.base), format(-worth.per));
    case "hits": return worth ? t("Limits.Hits", format(worth.per), format(worth.cap ?? 0n)) : t("Limits.HitsAlone");
  }
  if (listed) return listed.length > 11 ? listed.map(choice => format(choice.value)).join(" / ") : t("Limits.Range", format(least(listed)), format(most(listed)));
  const range = min === null || unit === "value" ? max === null ? "" : t("Limits.Most", format(max)) : max === null ? t("Limits.Open", format(min)) : t("Limits.Range", format(min), format(max));
  const value = unit === "value" ? t("Limits.Value") : "";
  return [value, range].filter(Boolean).join(" · ") + (step ? t("Limits.Step", format(step)) : "");
}

const least = listed => listed.reduce((low, c) => (c.value < low ? c.value : low), listed[0].value);
const most = listed => listed.reduce((high, c) => (c.value > high ? c.value : high), listed[0].value);
