import { t } from "./dom.js";
import { Outbox } from "./outbox.js";
import { Sender } from "./sender.js";

// On "my forms": sends what this judge left unsent on this device, and says what waits here for whom.
const place = document.getElementById("pad-notices");
const outbox = await Outbox.open(place.dataset.judge).catch(() => null);

async function show() {
  const mine = await outbox.list();
  const unsent = mine.filter(r => !r.answer).length;
  const troubled = mine.length - unsent;
  const others = await outbox.countOthers();
  const words = [
    unsent > 0 ? ["warn", t("Unsent", unsent)] : null,
    troubled > 0 ? ["bad", t("TroubledSomewhere", troubled)] : null,
    others > 0 ? ["warn", t("OthersUnsent", others)] : null,
  ].filter(Boolean);
  place.replaceChildren(...words.map(([kind, text]) => Object.assign(document.createElement("p"), { className: `note ${kind}`, textContent: text })));
}

if (outbox) {
  new Sender(outbox, { onAnswers: () => {}, onSettled: show, onState: (_, changed) => changed && show() });
  await show();
}
