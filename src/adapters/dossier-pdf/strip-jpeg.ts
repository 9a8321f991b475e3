const START = 0xffd8;
const SCAN = 0xda;
/** Segments that tell how to show the picture: JFIF, colour profile, Adobe's colours. */
const SHOWN = [0xe0, 0xe2, 0xee];

/**
 * A JPEG without what it tells beside its picture: where and when a photo was taken, with what, thumbnails, comments. The picture itself is not touched. What is
 * no JPEG as it should be comes back as it is.
 */
export function stripJpeg(jpeg: Uint8Array): Uint8Array {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== START) return jpeg;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return jpeg;
    const marker = bytes[at + 1] ?? 0;
    if (marker === SCAN) return Buffer.concat([...kept, bytes.subarray(at)]);
    // Bytes of filling may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (!isTelling(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return jpeg;
}

function isTelling(marker: number): boolean {
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  return (isApplication && !SHOWN.includes(marker)) || marker === 0xfe;
}
