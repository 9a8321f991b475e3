import type { ExportTexts } from './export-texts.ts';
import type { ExportedOrder, Gathered } from './gather-export.ts';
import { type Html, html } from './html.ts';

/** The translations that were asked for, each with what happened to it and what was written about it. */
export function ordersList({ orders, files }: Pick<Gathered, 'orders' | 'files'>, text: ExportTexts): Html {
  if (orders.length === 0) return html`<p>${text.orders.none}</p>`;
  const names = new Map(files.map(({ file }) => [file.id, file.name]));
  return html`<ul>${orders.map((one) => orderItem(one, names.get(one.order.fileId) ?? '', text))}</ul>`;
}

function orderItem({ order, history }: ExportedOrder, file: string, { orders: text, papers }: ExportTexts): Html {
  const { pages, language, into, dueOn, isSworn, state } = order;
  const line = text.line(file, papers.pages(pages.from, pages.to), `${language ?? papers.unclear} → ${into}`, dueOn);
  const sworn = isSworn ? `, ${text.sworn}` : '';
  const events = history.map(
    ({ at, kind, text: written }) =>
      html`<li>${at.toISOString().slice(0, 10)} ${text.events[kind]}${written === null ? '' : ` : ${written}`}</li>`,
  );
  return html`<li>${line}${sworn} (${text.states[state]})<ul>${events}</ul></li>
`;
}
