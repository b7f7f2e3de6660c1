/**
 * Milliseconds of processor time that this process has used so far. What a test says about speed it says
 * of these: time by the clock is also the time that others used the machine.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
