import { LiasseFailure } from '#domain/failure.ts';

/** Formats that libvips does not read, and the one that each is turned into; each with its library, loaded by the first picture of it. */
const CONVERTERS: Readonly<
  Record<string, () => Promise<(bytes: Uint8Array, pixelLimit: number) => Promise<Uint8Array>>>
> = {
  'image/heic': async () => (await import('./heic-to-jpeg.ts')).heicToJpeg,
  'image/heif': async () => (await import('./heic-to-jpeg.ts')).heicToJpeg,
  'image/bmp': async () => (await import('./bmp-to-png.ts')).bmpToPng,
};

/** Whether pictures of this media type are converted before they are opened. */
export function isConverted(mediaType: string): boolean {
  return Object.hasOwn(CONVERTERS, mediaType);
}

/** A picture as JPEG or PNG. Throws `image-too-large`, `damaged-image`, `unsupported-format`. */
export async function convertPicture(bytes: Uint8Array, mediaType: string, pixelLimit: number): Promise<Uint8Array> {
  const load = CONVERTERS[mediaType];
  if (load === undefined) throw new LiasseFailure('unsupported-format', mediaType);
  const convert = await load();
  return convert(bytes, pixelLimit);
}
