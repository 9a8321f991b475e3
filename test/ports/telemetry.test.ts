import { describe, expect, it } from 'vitest';
import { telemetryEventSchema } from '#ports/telemetry.ts';
import { SAMPLE_EVENTS } from '../support/sample-events.ts';

/** What stands in people's papers: names, numbers, dates, sentences. */
const FROM_PAPERS: readonly unknown[] = [
  'Dupont',
  'DUPONT',
  'marie-dupont',
  'Aïssatou Diallo',
  'dossier-diallo.pdf',
  '2 85 03 75 116 001 42',
  '285037511600142',
  'FR7630006000011234567890189',
  '12.03.1985',
  '1985-03-12',
  '+33612345678',
  'Souffre d’un trouble de stress post-traumatique.',
  19_850_312,
  285_037_511_600_142,
  { text: 'Dupont' },
  ['Dupont'],
];

describe('what is told of a running Liasse', () => {
  it.each(SAMPLE_EVENTS)('$event fits its schema as it is', (event) => {
    expect(telemetryEventSchema.parse(event)).toEqual(event);
  });

  it.each(SAMPLE_EVENTS)('$event passes nothing on that stands in a paper, in whichever field', (event) => {
    for (const field of Object.keys(event))
      for (const content of FROM_PAPERS) {
        const told = telemetryEventSchema.safeParse({ ...event, [field]: content }).data;
        const shown = typeof content === 'object' ? 'Dupont' : String(content);
        expect(JSON.stringify(told) ?? '', `${event.event}.${field}`).not.toContain(shown);
      }
  });

  it.each(SAMPLE_EVENTS)('$event takes no further field', (event) => {
    expect(telemetryEventSchema.safeParse({ ...event, name: 'Dupont' }).success).toBe(false);
  });
});
