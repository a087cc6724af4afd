// Marks in millionths of a point as BigInt: the same rules as ScoreText and MarkRules on the server, never floating point.
const UNIT = 1_000_000n;
const LARGEST = 1_000_000_000n * UNIT;
const MOST_FAULTS = 100_000n * UNIT;

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

// The aspect's limits as the server sent them (strings), read once.
export function limits(aspect) {
  return {
    ...aspect,
    min: read(aspect.min) ?? 0n,
    max: read(aspect.max),
    step: read(aspect.step),
    factor: read(aspect.factor) ?? UNIT,
    perFault: read(aspect.perFault),
  };
}

// Null when the value may be given, else [text key, arguments].
export function check(aspect, value) {
  if (aspect.rule === "binary") return value === 0n || value === UNIT ? null : ["NotBinary"];
  if (aspect.rule === "deduction_per_fault") {
    return value >= 0n && value <= MOST_FAULTS && value % UNIT === 0n ? null : ["NotFaults"];
  }
  if (value < aspect.min) return ["BelowMinimum", format(aspect.min)];
  if (aspect.max !== null && value > aspect.max) return ["AboveMaximum", format(aspect.max)];
  if (aspect.step && (value - aspect.min) % aspect.step !== 0n) {
    const lower = value - (value - aspect.min) % aspect.step;
    return ["WrongStep", format(aspect.step), format(lower), format(lower + aspect.step)];
  }
  return null;
}

// Points of a mark with the factor, as BigInt in millionths of millionths: exact, only divided when printed.
export function points(aspect, value) {
  let raw = value;
  if (aspect.rule === "binary") raw = value > 0n ? aspect.max ?? UNIT : aspect.min;
  if (aspect.rule === "deduction_per_fault") {
    raw = (aspect.max ?? 0n) - value / UNIT * aspect.perFault;
    if (raw < aspect.min) raw = aspect.min;
  }
  return raw * aspect.factor;
}

export function formatProduct(product) {
  const rest = product % UNIT;
  return format(product / UNIT) + (rest === 0n ? "" : "…");
}

// Neighbour of a value on the aspect's grid; whole points where any value may be given.
export function stepped(aspect, value, direction) {
  const step = aspect.rule === "binary" || aspect.rule === "deduction_per_fault" ? UNIT : aspect.step ?? UNIT;
  const low = aspect.rule === "binary" || aspect.rule === "deduction_per_fault" ? 0n : aspect.min;
  const high = aspect.rule === "binary" ? UNIT : aspect.rule === "deduction_per_fault" ? MOST_FAULTS : aspect.max;
  // From nothing, minus begins at the top, where that is a mark anybody gives; faults begin at none.
  if (value === null) return direction > 0 || high === null || aspect.rule === "deduction_per_fault" ? low : high;
  const next = value + (direction > 0 ? step : -step);
  return next < low ? low : high !== null && next > high ? high : next;
}

// The values to show as keys, when there are few enough to press; empty otherwise.
export function choices(aspect, most = 11) {
  if (aspect.rule === "binary") return [UNIT, 0n];
  if (aspect.rule === "deduction_per_fault" || !aspect.step || aspect.max === null) return [];
  const count = (aspect.max - aspect.min) / aspect.step + 1n;
  return count > BigInt(most) ? [] : Array.from({ length: Number(count) }, (_, i) => aspect.min + BigInt(i) * aspect.step);
}
