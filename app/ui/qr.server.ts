import QRCode from 'qrcode';

/** A QR code as the outline of its dark modules, in modules, with no margin. */
export interface QrOutline {
  /** How many modules it is wide and high. */
  size: number;
  /** An SVG path. */
  path: string;
}

/**
 * The QR code of an address (ISO/IEC 18004, error correction level M: still read when 15 per cent
 * of it is smudged on paper).
 */
export function qrOutline(address: string): QrOutline {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
    }
  }
  return { size: modules.size, path };
}
