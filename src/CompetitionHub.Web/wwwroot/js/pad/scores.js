// Marks in millionths of a point as BigInt: the same rules as ScoreText and MarkRules on the server, never floating point.
const UNIT = 1_000_000n;
const LARGEST = 1_000_000_000n * UNIT;

export function parse(text) {
  const typed = text.trim()
    .replace(/[０-９]/g, d => String.fromCharCode(d.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, ".").replace(/[−－]/g, "-").replace(/＋/g, "+");
  if (typed === "") return { error: "Empty" };
  if (/[,，、]/.test(typed)) return { error: "Comma" };
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(typed);
  if (!parts || typed.length > 40 || (parts[2] + (parts[3] ?? "")) === "") return { error: "NotANumber" };
  const below = (parts[3] ?? "").replace(/0+$/, "");
  if (below.length > 6) return { error: "TooPrecise" };
  const amount = BigInt(parts[2] || "0") * UNIT + BigInt(below.padEnd(6, "0"));
  if (amount > LARGEST) return { error: "TooLarge" };
  return { value: parts[1] === "-" ? -amount : amount };
}

export function format(value) {
  const amount = value < 0n ? -value : value;
  const below = String(amount % UNIT).padStart(6, "0").replace(/0+$/, "");
  return (value < 0n ? "-" : "") + String(amount / UNIT) + (below ? "." + below : "");
}

const read = text => text === null || text === undefined ? null : parse(text).value;

// What the server says an aspect's mark may be (numbers as strings), read once.
export function limits(aspect) {
  return {
    ...aspect,
    min: read(aspect.min),
    max: read(aspect.max),
    step: read(aspect.step),
    factor: read(aspect.factor) ?? UNIT,
    choices: aspect.choices?.map(choice => ({ ...choice, value: read(choice.value) })) ?? null,
    worth: aspect.worth ? {
      base: read(aspect.worth.base), per: read(aspect.worth.per), floor: read(aspect.worth.floor), cap: read(aspect.worth.cap),
    } : null,
  };
}

// Null when the value may be given, else [text key, arguments].
export function check(aspect, value) {
  if (aspect.choices) {
    return aspect.choices.some(c => c.value === value) ? null : ["NotListed", aspect.choices.map(c => format(c.value)).join(" / ")];
  }
  if (aspect.min !== null && value < aspect.min) return ["BelowMinimum", format(aspect.min)];
  if (aspect.max !== null && value > aspect.max) return ["AboveMaximum", format(aspect.max)];
  const over = aspect.step ? (value - (aspect.min ?? 0n)) % aspect.step : 0n;
  if (over === 0n) return null;
  const lower = value - over - (over < 0n ? aspect.step : 0n);
  return ["WrongStep", format(aspect.step), format(lower), format(lower + aspect.step)];
}

// Points of a mark with the factor as BigInt in millionths of millionths of millionths: exact, only divided when printed. A penalty is less than nothing.
// Null where only the server can say.
export function points({ worth, factor, role }, value) {
  if (!worth) return null;
  let raw = worth.base * UNIT + worth.per * value;
  if (worth.floor !== null && raw < worth.floor * UNIT) raw = worth.floor * UNIT;
  if (worth.cap !== null && raw > worth.cap * UNIT) raw = worth.cap * UNIT;
  return raw * factor * (role === "penalty" ? -1n : 1n);
}

export function formatProduct(product) {
  const rest = product % (UNIT * UNIT);
  return format(product / (UNIT * UNIT)) + (rest === 0n ? "" : "…");
}

// Neighbour of a value among the marks there are; whole steps where any value may be given.
export function stepped(aspect, value, direction) {
  if (aspect.choices) {
    const listed = aspect.choices.map(c => c.value).sort((a, b) => (a < b ? -1 : 1));
    const place = listed.indexOf(value);
    return listed[place < 0 ? (direction > 0 ? 0 : listed.length - 1) : Math.min(Math.max(place + direction, 0), listed.length - 1)];
  }
  const { min, max } = aspect;
  // From nothing, minus begins at the top, where that is a mark anybody gives; counts begin at none.
  if (value === null) return direction > 0 || max === null || aspect.unit !== "points" ? min ?? 0n : max;
  const next = value + (direction > 0 ? 1n : -1n) * (aspect.step ?? UNIT);
  return min !== null && next < min ? min : max !== null && next > max ? max : next;
}

// The marks to show as keys, when there are few enough to press; empty otherwise.
export function choices(aspect, most = 11) {
  if (aspect.choices) return aspect.choices.length > most ? [] : aspect.choices.map(c => c.value);
  if (aspect.unit !== "points" || !aspect.step || aspect.min === null || aspect.max === null) return [];
  const count = (aspect.max - aspect.min) / aspect.step + 1n;
  return count > BigInt(most) ? [] : Array.from({ length: Number(count) }, (_, i) => aspect.min + BigInt(i) * aspect.step);
}
