import { h, t } from "./dom.js";

// The entries with done / to do. Rows are made once and only change their state: nothing moves under the finger.
export class EntryList {
  constructor(element, onChoose) {
    this.element = element;
    this.onChoose = onChoose;
    this.rows = new Map();
  }

  show(model, currentId) {
    if (model.entries.length !== this.rows.size || model.entries.some(e => !this.rows.has(e.id))) this.build(model);
    for (const entry of model.entries) {
      const row = this.rows.get(entry.id);
      const progress = model.progress(entry);
      if (row.dataset.progress !== progress) {
        row.dataset.progress = progress;
        row.querySelector(".row-state").textContent = t(`Progress.${progress}`);
      }
      if (entry.id === currentId) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
    const open = model.entries.filter(e => ["todo", "started", "trouble"].includes(model.progress(e))).length;
    this.summary.textContent = t("ListSummary", model.entries.length - open, model.entries.length);
  }

  build(model) {
    this.rows.clear();
    this.summary = h("p", { class: "list-summary", id: "list-summary" });
    const items = model.entries.map(entry => {
      const row = h("button", { type: "button", class: "list-row", onclick: () => this.onChoose(entry.id) },
        h("span", { class: "row-code" }, entry.code), h("span", { class: "row-state" }));
      this.rows.set(entry.id, row);
      return h("li", {}, row);
    });
    this.element.replaceChildren(this.summary, h("ol", { class: "plain-list" }, items));
  }
}
