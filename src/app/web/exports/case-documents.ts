import type { Bilingual } from '#domain/findings.ts';
import { makeCalendar } from '../../casework/make-calendar.ts';
import { makeReport, type ReportFormat } from '../../casework/make-report.ts';
import { today } from '../../today.ts';
import type { Web } from '../open-web.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';
import { noteExport } from './note-export.ts';

/** What is asked for of a case. */
export interface ExportAsked {
  readonly caseId: string;
  readonly language?: keyof Bilingual | undefined;
  readonly asOf?: string | undefined;
}

/** Something to be saved by whoever asked for it. */
export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const MEDIA_TYPES = { html: 'text/html; charset=utf-8', pdf: 'application/pdf', json: 'application/json' } as const;
const WORDS = {
  fr: { report: 'rapport', calendar: 'délais' },
  en: { report: 'report', calendar: 'deadlines' },
} as const;

/** The report of a case. Throws `not-found`, `browser-missing`, `browser-failed`, `DefinitionFailure`. The log is told. */
export async function downloadReport(
  web: Web,
  seat: Seat,
  {
    caseId,
    language = seat.principal.language,
    asOf = today(),
    format,
  }: ExportAsked & { readonly format: ReportFormat },
): Promise<Download> {
  const { id, name } = await caseInScope(seat, caseId);
  const { pipelineId } = web.settings;
  const bytes = await makeReport(seat.keeping, id, { format, language, pipelineId, asOf, passwords: [] });
  await noteExport(seat, id, { what: 'report', format });
  return { name: `${name}-${WORDS[language].report}.${format}`, mediaType: MEDIA_TYPES[format], bytes };
}

/** The deadlines of a case for a calendar program. Throws `not-found`, `DefinitionFailure`. The log is told. */
export async function downloadCalendar(
  web: Web,
  seat: Seat,
  { caseId, language = seat.principal.language, asOf = today() }: ExportAsked,
): Promise<Download> {
  const { id, name } = await caseInScope(seat, caseId);
  const text = await makeCalendar(seat.keeping, id, { language, pipelineId: web.settings.pipelineId, asOf });
  await noteExport(seat, id, { what: 'calendar', format: 'ics' });
  const mediaType = 'text/calendar; charset=utf-8';
  return { name: `${name}-${WORDS[language].calendar}.ics`, mediaType, bytes: Buffer.from(text, 'utf8') };
}
