import type { DocumentView } from '#http/contract/documents.ts';
import type { ShownBox } from '../parts/page-image.tsx';
import type { Words } from '../words/use-words.ts';

/** What boxes can be shown of: each can be put out. */
export const BOX_KINDS = ['date', 'letterhead', 'mark', 'reason', 'field', 'flag'] as const;

/** Where on a page something was read, with what it is in words. */
export function boxesOf(view: DocumentView, page: number, { t, say, format }: Words): ShownBox[] {
  const { issueDate, letterhead, type, fieldPlaces, flags } = view.record;
  const boxes: ShownBox[] = [];
  const add = (place: number | null | undefined, box: ShownBox | null): void => {
    if (place === page && box !== null) boxes.push(box);
  };
  // A date that a person gave and that is not printed has no place.
  if (issueDate !== null && issueDate.text !== '')
    add(issueDate.page, {
      ...{ id: 'date', kind: 'date', box: issueDate.box },
      label: t('document.pair', { name: t('document.field.issueDate'), value: format.day(issueDate.iso) }),
    });
  if (letterhead?.box != null)
    add(letterhead.page, {
      ...{ id: 'letterhead', kind: 'letterhead', box: letterhead.box },
      label: t('document.pair', { name: t('document.field.issuer'), value: letterhead.issuer ?? t('document.none') }),
    });
  for (const [at, mark] of view.marks.entries())
    add(mark.page, { id: `mark-${at}`, kind: 'mark', box: mark.box, label: t(`document.mark.${mark.kind}`) });
  for (const [at, reason] of (type?.because ?? []).entries())
    add(reason.page, {
      ...{ id: `reason-${at}`, kind: 'reason', box: reason.box },
      label: t('document.because', { text: reason.text }),
    });
  for (const [name, place] of Object.entries(fieldPlaces))
    add(place.page, {
      ...{ id: `field-${name}`, kind: 'field', box: place.box },
      label: t('document.pair', { name: fieldName(t, name), value: place.text }),
    });
  for (const flag of flags)
    add(
      flag.page,
      flag.box === null ? null : { id: `flag-${flag.code}`, kind: 'flag', box: flag.box, label: say(flag.message) },
    );
  return boxes;
}

/** The page on which a box is; undefined for one that is nowhere. */
export function pageOfBox({ record, marks }: DocumentView, id: string): number | undefined {
  const [kind, ...rest] = id.split('-');
  const name = rest.join('-');
  switch (kind) {
    case 'date':
      return record.issueDate?.page;
    case 'letterhead':
      return record.letterhead?.page ?? undefined;
    case 'mark':
      return marks[Number(name)]?.page;
    case 'reason':
      return record.type?.because[Number(name)]?.page;
    case 'field':
      return record.fieldPlaces[name]?.page;
    default:
      return record.flags.find(({ code }) => code === name)?.page ?? undefined;
  }
}

/** A field's name in words; one that the page has no word for as it is called in the contract. */
export function fieldName(t: Words['t'], name: string): string {
  return t(`document.fields.${name}` as 'document.fields.person', { defaultValue: name });
}
