// Turns moments into "3 min ago" and keeps that true; the page itself is cached and cannot know.
const times = [...document.querySelectorAll('time[data-minutes]')].map(element => ({ element, at: Date.parse(element.dateTime), printed: element.textContent }));

function update() {
  for (const { element, at, printed } of times) {
    const minutes = Math.floor((Date.now() - at) / 60_000);
    element.textContent = minutes < 1 ? element.dataset.now
      : minutes < 60 ? element.dataset.minutes.replace('{0}', minutes)
      : minutes < 24 * 60 ? element.dataset.hours.replace('{0}', Math.floor(minutes / 60))
      : printed;
  }
}

update();
setInterval(update, 15_000);
