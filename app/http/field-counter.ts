/**
 * Counts, as the bytes of a form pass, what each of its fields begins with or is parted by: `&`, or the
 * `form-data` that every part must say of itself. A mark that is cut by the end of a piece counts as well.
 *
 * @param type the Content-Type of the body
 * @returns takes the next piece, gives how many marks ended in it
 */
export function fieldCounter(type: string): (piece: Uint8Array) => number {
  const mark = /^\s*multipart\//i.test(type) ? 'form-data' : '&';
  let cut = Buffer.alloc(0);
  return (piece) => {
    const bytes =
      cut.length > 0
        ? Buffer.concat([cut, piece])
        : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let found = 0;
    let from = 0;
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, from)) {
      found += 1;
      from = at + mark.length;
    }
    // A copy: what a piece stands in may be used again for the next.
    cut = Buffer.from(bytes.subarray(Math.max(from, bytes.length - (mark.length - 1))));
    return found;
  };
}
