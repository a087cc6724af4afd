// Print, save and read small text files without a round trip: slips with passwords never become a request.
export const print = () => globalThis.print();

export function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// Spreadsheets on Chinese Windows still write csv as GB 18030.
function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

let listening = false;

export function readChosenFiles() {
  if (listening) return;
  listening = true;
  document.addEventListener('change', async event => {
    const into = event.target.dataset?.textInto;
    const file = event.target.files?.[0];
    if (!into || !file) return;
    const area = document.getElementById(into);
    area.value = decode(await file.slice(0, 1_000_000).arrayBuffer());
    area.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
