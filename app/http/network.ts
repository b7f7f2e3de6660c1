/**
 * The network that an address belongs to, as limits count it. Whoever has one IPv6 line has 2^64 addresses
 * of it, so its first four groups count; an IPv4 address written as IPv6 is that IPv4 address.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined || address === '') return 'unknown';
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const four = /^(?:::(?:ffff:)?)?(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain)?.[1];
  if (four !== undefined || !plain.includes(':')) return four ?? plain;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(gap).fill('0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
  if (isFour(groups)) return fourOf(groups);
  return `${groups.slice(0, 4).join(':')}::`;
}

/** `::ffff:c0a8:1`, the same in figures of sixteen. */
const isFour = (groups: readonly string[]) =>
  groups.length === 8 && groups[5] === 'ffff' && groups.slice(0, 5).every((one) => one === '0');

const fourOf = (groups: readonly string[]) =>
  groups
    .slice(6)
    .map((group) => parseInt(group, 16))
    .flatMap((number) => [number >> 8, number & 255])
    .join('.');
