// Loaded into the server with --import: its clock goes wrong by as many milliseconds as the file named by
// CLOCK says. Timers are not touched, as they are not when the clock of a machine is set.
import { readFileSync } from 'node:fs';

const file = process.env.CLOCK;
const RealDate = Date;
let by = 0;
const look = () => {
  try {
    by = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    by = 0;
  }
};
look();
setInterval(look, 50).unref();

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, asked) =>
    Reflect.construct(target, given.length === 0 ? [RealDate.now() + by] : given, asked),
  apply: () => new RealDate(RealDate.now() + by).toString(),
  get: (target, name) =>
    name === 'now' ? () => RealDate.now() + by : Reflect.get(target, name, target),
});
