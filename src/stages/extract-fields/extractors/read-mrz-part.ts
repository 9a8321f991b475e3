import type { FieldExtractor } from '#definitions/field-extractor.schema.ts';
import type { MachineReadableZone } from '#text/mrz/find-zone.ts';

type Part = Extract<FieldExtractor, { from: 'mrz' }>['part'];

/** One part of the zone as the contract shows it: dates as ISO, names in title case; undefined when it was not read. */
export function readMrzPart(zone: MachineReadableZone, part: Part, asOf: string): string | boolean | undefined {
  const text = (name: string): string | undefined => zone.fields[name] ?? undefined;
  switch (part) {
    case 'valid':
      return zone.valid;
    case 'birthDate':
      // A birth lies in the past, an expiry within some fifty years of today.
      return isoOf(text('birthDate'), Number(asOf.slice(0, 4)));
    case 'expirationDate':
      return isoOf(text('expirationDate'), Number(asOf.slice(0, 4)) + 50);
    case 'lastName':
    case 'firstName':
      return titled(text(part));
    case 'holder':
      return (
        [titled(text('firstName')), titled(text('lastName'))].filter((one) => one !== undefined).join(' ') || undefined
      );
    default:
      return text(part);
  }
}

function isoOf(digits: string | undefined, latestYear: number): string | undefined {
  const match = /^(\d\d)(\d\d)(\d\d)$/.exec(digits ?? '');
  if (match === null) return undefined;
  const century = Math.floor(latestYear / 100) * 100;
  const year = century + Number(match[1]);
  return `${year > latestYear ? year - 100 : year}-${match[2]}-${match[3]}`;
}

function titled(name: string | undefined): string | undefined {
  // Two fillers end the names; what follows are fillers read as letters.
  const [whole = ''] = (name ?? '').trim().split(/ {2,}/);
  return whole === '' ? undefined : whole.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
