const HOUR_MS = 3_600_000;

/** Loaded into every service by NODE_OPTIONS: at a signal its clock jumps by an hour, at the same one again it jumps back. */
let offMs = 0;

const RealDate = globalThis.Date;

class DateOff extends RealDate {
  constructor(...told: [] | [value: number | string | Date]) {
    if (told.length === 0) super(DateOff.now());
    else super(...(told as [number]));
  }

  static override now(): number {
    return RealDate.now() + offMs;
  }
}

globalThis.Date = DateOff as DateConstructor;
process.on('SIGUSR2', () => (offMs = offMs === 0 ? HOUR_MS : 0));
process.on('SIGWINCH', () => (offMs = offMs === 0 ? -HOUR_MS : 0));
