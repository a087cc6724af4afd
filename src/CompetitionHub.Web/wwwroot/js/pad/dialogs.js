import { h, t } from "./dom.js";
import { markText } from "./field.js";

// Shows exactly what is handed in; resolves true when the judge presses the button.
export function confirmSubmit(entry, sheet) {
  const rows = sheet.fields.map(({ aspect, mark }) => h("tr", {},
    h("th", { scope: "row" }, `${aspect.key} ${aspect.name}`), h("td", { class: "number" }, markText(mark, aspect))));
  return ask(t("Submit.Title", entry.code), [
    h("table", { class: "table" }, h("tbody", {}, rows)),
    h("p", { class: "muted" }, t("Submit.Explain")),
  ], t("Submit.Confirm"));
}

// Absent takes an entry from every judge: nobody does that by a slip of the glove.
export function confirmAbsent(entry) {
  return ask(t("Absent.Title", entry.code), [h("p", {}, t("Absent.Explain"))], t("Absent.Confirm"));
}

export function ask(title, content, yes) {
  return new Promise(resolve => {
    const dialog = h("dialog", { class: "pad-dialog", "aria-labelledby": "dialog-title" },
      // Answered with the press itself: the dialog's "close" comes later, and nothing may be pending unseen.
      h("form", { method: "dialog", onsubmit: event => resolve(event.submitter?.value === "yes") },
        h("h2", { id: "dialog-title" }, title), ...content,
        h("div", { class: "dialog-buttons" },
          h("button", { class: "button", value: "no" }, t("Cancel")),
          h("button", { class: "button primary", value: "yes", autofocus: true }, yes))));
    dialog.addEventListener("close", () => {
      resolve(false);
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
