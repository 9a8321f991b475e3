import { encodeQR } from 'qr';

/** A QR code to be drawn as SVG. */
export interface QrDrawing {
  /** Modules a side, with the light ones around it without which readers do not find it. */
  readonly side: number;
  /** The dark modules as a path, each one unit wide. */
  readonly path: string;
}

const QUIET = 4;

/** The QR code of a text, worked out here: a secret goes nowhere to be drawn. */
export function qrDrawing(text: string): QrDrawing {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const dark = modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
  return { side: modules.length, path: dark.join('') };
}
