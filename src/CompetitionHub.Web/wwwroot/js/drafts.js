// Drafts of long forms: inside [data-draft] every typed value is kept in local storage until the server has saved the form
// (data-draft-saved counts up). When the page comes back, values that differ are put in again and named to the person.
const PREFIX = 'hub.draft.';
const KEEP = 24 * 3600 * 1000;
const FIELDS = 'input:not([type=password],[type=file],[type=hidden],[type=submit],[type=button]), textarea, select';

let account = '';
let restored = () => {};
let saved = () => {};

const keyOf = form => `${PREFIX}${account}.${location.pathname}.${form.dataset.draft}`;
const nameOf = field => field.name || field.id;
const valueOf = field => field.type === 'checkbox' || field.type === 'radio' ? String(field.checked) : field.value;

function labelOf(field) {
  const label = field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? nameOf(field);
  return label.trim();
}

function load(form) {
  try {
    const draft = JSON.parse(localStorage.getItem(keyOf(form)));
    return draft && Date.now() - draft.at < KEEP ? draft.values : {};
  } catch {
    return {};
  }
}

function store(form, values) {
  try {
    if (Object.keys(values).length === 0) localStorage.removeItem(keyOf(form));
    else localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), values }));
  } catch {
    // Full or forbidden storage: the form still works, only without a net.
  }
}

function typed(event) {
  const field = event.target;
  const form = field.closest?.('[data-draft]');
  if (!event.isTrusted || !form || !field.matches(FIELDS) || !nameOf(field)) return;
  store(form, { ...load(form), [nameOf(field)]: { value: valueOf(field), label: labelOf(field) } });
}

function restore(form) {
  if (form.dataset.draftSeen) return;
  form.dataset.draftSeen = 'yes';
  const values = load(form);
  const names = [];
  for (const field of form.querySelectorAll(FIELDS)) {
    const kept = values[nameOf(field)];
    if (!kept || kept.value === valueOf(field)) continue;
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = kept.value === 'true';
    else field.value = kept.value;
    // Blazor learns of it as if it had been typed.
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    names.push(kept.label);
  }
  if (names.length > 0) restored(names, () => store(form, {}));
}

export function draftedFields() {
  return [...document.querySelectorAll('[data-draft]')].flatMap(form => Object.values(load(form)).map(v => v.label));
}

export function keepDrafts(forAccount, started, onRestored, onSaved) {
  account = forAccount;
  restored = onRestored;
  saved = onSaved;
  document.addEventListener('input', typed);
  document.addEventListener('change', typed);
  const look = changes => {
    for (const change of changes) {
      if (change.type === 'attributes' && change.target.dataset.draftSaved !== change.oldValue) {
        store(change.target, {});
        saved();
      }
    }
    // Before the circuit stands, what is put into a field is lost when Blazor draws the page again.
    if (started()) document.querySelectorAll('[data-draft]').forEach(restore);
  };
  new MutationObserver(look).observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ['data-draft-saved'], attributeOldValue: true,
  });
}
