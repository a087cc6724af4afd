// Keyboard only: digits, Enter next, arrows, "." for half steps, A absent. Keys that were typed into a text are left alone.
export function listen(pad) {
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || document.querySelector("dialog[open]")) return;
    const target = event.target;
    const field = target.field ?? null;
    const writing = !field && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (writing) return;
    const action = actionOf(event, field, target);
    if (action && action(pad, field) !== false) event.preventDefault();
  });
}

function actionOf(event, field, target) {
  switch (event.key) {
    case "Enter": return field ? (pad, f) => { if (f.commit()) pad.view.nextField(f, true); } : null;
    case "ArrowDown": return (pad, f) => pad.view.nextField(f, false);
    case "ArrowUp": return (pad, f) => pad.view.previousField(f);
    case "PageDown": return pad => pad.go(1);
    case "PageUp": return pad => pad.go(-1);
    case "ArrowRight": return field && field.input.value !== "" ? null : pad => pad.go(1);
    case "ArrowLeft": return field && field.input.value !== "" ? null : pad => pad.go(-1);
    case "+": return field ? (_, f) => f.step(1) : null;
    case "-": return field && field.aspect.min !== null && field.aspect.min >= 0n ? (_, f) => f.step(-1) : null;
    case ".": return field ? (_, f) => f.half() : null;
    case "a": case "A": return pad => pad.toggleAbsent();
    default:
      // A digit typed anywhere starts the first open field.
      return !field && /^\d$/.test(event.key) && !target.closest("a, button") ? pad => { pad.view.focusFirst(); return false; } : null;
  }
}
