// The device's memory. A new release adds a step to UPGRADES and never changes an old one: what a judge left unsent survives it.
const NAME = "competitionhub-pad";
const UPGRADES = [
  db => {
    db.createObjectStore("outbox", { keyPath: "seq", autoIncrement: true }).createIndex("judge", "judge");
    db.createObjectStore("meta");
  },
];

export function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, UPGRADES.length);
    request.onupgradeneeded = event => {
      for (const upgrade of UPGRADES.slice(event.oldVersion)) upgrade(request.result, request.transaction);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      // A tab with a newer release waits for this one to let go.
      request.result.onversionchange = () => {
        request.result.close();
        dispatchEvent(new Event("pad:newer"));
      };
      resolve(request.result);
    };
  });
}

// Runs work in one transaction; resolves with its result after the transaction is complete, so that it is on the disk.
export function within(db, stores, mode, work) {
  return new Promise((resolve, reject) => {
    let transaction;
    try {
      transaction = db.transaction(stores, mode, { durability: "strict" });
    } catch (error) {
      reject(error);
      return;
    }
    let result;
    transaction.oncomplete = () => resolve(result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
    Promise.resolve(work(transaction)).then(value => { result = value; }, error => {
      reject(error);
      transaction.abort();
    });
  });
}

export const wait = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
