/**
 * Whether a PDF may hold other files, told by its bytes without reading its structure: packed structures may hide them, so a packed one
 * says yes.
 */
export function mayHoldFiles(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes('/EmbeddedFile') || buffer.includes('/ObjStm');
}
