import Table from 'cli-table3';
import { languageName } from '#app/language-name.ts';
import type { ListedModel, ModelList } from '#app/models.ts';
import { MESSAGES, type OutputLanguage } from './messages.ts';

/** The table of `liasse models`: what is installed, then what the pipeline's languages miss. */
export function modelsText(list: ModelList, folder: string, language: OutputLanguage): string {
  const text = MESSAGES[language].models;
  const { model, languages, source, size } = text.columns;
  const table = new Table({
    head: [model, languages, source, size],
    colAligns: ['left', 'left', 'left', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const one of list.models)
    table.push([one.id, languagesOf(one, language), sourceOf(one, language), megabytes(one.sizeBytes, language)]);
  return [
    table.toString(),
    text.count(list.models.length, folder),
    ...list.unusable.map(text.unusable),
    ...gapLines(list, language),
    '',
  ].join('\n');
}

function gapLines({ gaps }: ModelList, language: OutputLanguage): string[] {
  const text = MESSAGES[language].models;
  if (gaps.length === 0) return [text.noGaps];
  const width = Math.max(...gaps.map((gap) => languageName(gap.language, language).length));
  return [
    text.gaps,
    ...gaps.map(
      (gap) => `  ${languageName(gap.language, language).padEnd(width)}  ${text.gap(gap.missing, gap.readWith)}`,
    ),
  ];
}

function languagesOf({ languages, isOrientation }: ListedModel, language: OutputLanguage): string {
  const text = MESSAGES[language].models;
  if (isOrientation) return text.orientation;
  if (languages.length === 0) return text.unnamed;
  return languages
    .map(({ code, isExact }) =>
      isExact ? languageName(code, language) : text.lessExactly(languageName(code, language)),
    )
    .join(', ');
}

function sourceOf({ source, isInPlaceOfPackaged, origin }: ListedModel, language: OutputLanguage): string {
  const text = MESSAGES[language].models;
  const name = text.sources[source];
  if (source === 'packaged') return name;
  return isInPlaceOfPackaged ? `${name} (${origin}), ${text.inPlaceOfPackaged}` : `${name} (${origin})`;
}

function megabytes(bytes: number, language: OutputLanguage): string {
  const figure = (bytes / 1_000_000).toFixed(1);
  return language === 'fr' ? `${figure.replace('.', ',')} Mo` : `${figure} MB`;
}
