import { type Telemetry, type TelemetryEvent, telemetryEventSchema } from '#ports/telemetry.ts';
import { describeError, type ErrorFacts } from './describe-error.ts';

/** An event that did not fit: its name when that is one of ours, and which of its own fields were wrong. A mistake of the code, never told with its content. */
export interface RefusedEvent {
  readonly event: 'event-refused';
  readonly refused: TelemetryEvent['event'] | 'unknown';
  readonly fields: readonly string[];
}

/** Takes events that were checked. */
export type TelemetrySink = (event: TelemetryEvent | RefusedEvent, error?: ErrorFacts) => void;

const FIELDS_BY_EVENT = new Map(
  telemetryEventSchema.options.map(({ shape }) => [shape.event.value, new Set(Object.keys(shape))] as const),
);

/** Checks every event and hands it to all sinks; a sink that throws stops neither the others nor the work. */
export function createTelemetry(sinks: readonly TelemetrySink[]): Telemetry {
  return {
    tell: (event, thrown) => {
      const checked = telemetryEventSchema.safeParse(event);
      const told = checked.success ? checked.data : refusedEvent(event, checked.error.issues);
      const error = thrown === undefined ? undefined : describeError(thrown);
      for (const sink of sinks) {
        try {
          sink(told, error);
        } catch {
          // Seeing a run must never end it; the sinks count what they lose.
        }
      }
    },
  };
}

function refusedEvent(
  { event }: TelemetryEvent,
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): RefusedEvent {
  const known = FIELDS_BY_EVENT.get(event);
  const fields = issues.flatMap(({ path: [field] }) => (typeof field === 'string' && known?.has(field) ? [field] : []));
  return { event: 'event-refused', refused: known === undefined ? 'unknown' : event, fields };
}
